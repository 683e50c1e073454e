"""Which lines head sections: by number, in bold, by signs, by place; and which only stand as headings do."""
