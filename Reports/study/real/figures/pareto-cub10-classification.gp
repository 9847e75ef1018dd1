# Draws pareto-cub10-classification (svg, png, pdf) from pareto-cub10-classification.tsv: gnuplot pareto-cub10-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-cub10-classification","kind":"pareto","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"647579e1a8019c626915e33eb50caeec4b6ef02f3597470f5b5c88d61f0180f3"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-cub10-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-cub10-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-cub10-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: cub10, classification' noenhanced
set xrange [2.197337702:20.37577974]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set label 1 '1' at first 13.18699008, first 0.9173611111 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 2 '2' at first 9.72306432, first 0.8784722222 left offset char 0.6, char 0.5 front tc rgb '#D55E00'
set label 3 '3' at first 3.45102336, first 0.7236111111 left offset char 0.6, char 0.5 front tc rgb '#009E73'
set label 4 '4' at first 13.17408768, first 0.9305555556 left offset char 0.6, char 0.5 front tc rgb '#CC79A7'
set label 5 '5' at first 16.480512, first 0.8951388889 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 6 '6' at first 16.480512, first 0.9215277778 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 7 '7' at first 13.22385408, first 0.9152777778 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 8 '8' at first 19.12209408, first 0.9131944444 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
plot 'pareto-cub10-classification.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '1  joint (dominated)', \
     'pareto-cub10-classification.tsv' index 1 using 1:2:3:4 with yerrorbars pt 5 ps 1 lw 1.1 lc rgb '#D55E00' title '2  unimodal (image)', \
     'pareto-cub10-classification.tsv' index 2 using 1:2:3:4 with yerrorbars pt 9 ps 1 lw 1.1 lc rgb '#009E73' title '3  unimodal (text)', \
     'pareto-cub10-classification.tsv' index 3 using 1:2:3:4 with yerrorbars pt 13 ps 1 lw 1.1 lc rgb '#CC79A7' title '4  late-fusion', \
     'pareto-cub10-classification.tsv' index 4 using 1:2:3:4 with yerrorbars pt 10 ps 1 lw 1.1 lc rgb '#8A8A8A' title '5  pdmp (dominated)', \
     'pareto-cub10-classification.tsv' index 5 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '6  pdmp (worst leads) (dominated)', \
     'pareto-cub10-classification.tsv' index 6 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '7  ogm (dominated)', \
     'pareto-cub10-classification.tsv' index 7 using 1:2:3:4 with yerrorbars pt 8 ps 1 lw 1.1 lc rgb '#8A8A8A' title '8  mmpareto (dominated)', \
     'pareto-cub10-classification.tsv' index 8 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-cub10-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
