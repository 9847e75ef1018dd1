print("pdmpbench")
