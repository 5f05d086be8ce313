"""From the lowest works to the project: verdict and grade of every level, with the reasons."""
