"""What rules mean: their core, and how it comes out."""
