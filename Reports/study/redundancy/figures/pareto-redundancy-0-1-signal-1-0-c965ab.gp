# Draws pareto-redundancy-0-1-signal-1-0-c965ab (svg, png, pdf) from pareto-redundancy-0-1-signal-1-0-c965ab.tsv: gnuplot pareto-redundancy-0-1-signal-1-0-c965ab.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-redundancy-0-1-signal-1-0-c965ab","kind":"pareto","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"73f277a2f2dd9bde5cee51f51fed65de0decc7fa15369486e181852848ad4c20"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-redundancy-0-1-signal-1-0-c965ab.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-redundancy-0-1-signal-1-0-c965ab.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-redundancy-0-1-signal-1-0-c965ab.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: redundancy 0.1, signal 1.0' noenhanced
set xrange [0.266980352:1.052469248]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set label 1 '1' at first 0.6460416, first 0.5014285714 left offset char 0.6, char 0.5 front tc rgb '#0072B2'
set label 2 '2' at first 0.6460416, first 0.4892857143 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 3 '3' at first 0.321152, first 0.4552142857 left offset char 0.6, char 0.5 front tc rgb '#009E73'
set label 4 '4' at first 0.321152, first 0.4509285714 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 5 '5' at first 0.642304, first 0.4887857143 left offset char 0.6, char 0.5 front tc rgb '#E69F00'
set label 6 '6' at first 0.7836781714, first 0.5002857143 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 7 '7' at first 0.6542336, first 0.4930714286 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 8 '8' at first 0.9982976, first 0.4952142857 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
plot 'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.1 lc rgb '#0072B2' title '1  joint', \
     'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 1 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '2  joint (rate × 2) (dominated)', \
     'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 2 using 1:2:3:4 with yerrorbars pt 9 ps 1 lw 1.1 lc rgb '#009E73' title '3  unimodal (a)', \
     'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 3 using 1:2:3:4 with yerrorbars pt 12 ps 1 lw 1.1 lc rgb '#8A8A8A' title '4  unimodal (b) (dominated)', \
     'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 4 using 1:2:3:4 with yerrorbars pt 11 ps 1 lw 1.1 lc rgb '#E69F00' title '5  late-fusion', \
     'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 5 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '6  pdmp (dominated)', \
     'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 6 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '7  ogm-ge (dominated)', \
     'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 7 using 1:2:3:4 with yerrorbars pt 8 ps 1 lw 1.1 lc rgb '#8A8A8A' title '8  mmpareto (dominated)', \
     'pareto-redundancy-0-1-signal-1-0-c965ab.tsv' index 8 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-redundancy-0-1-signal-1-0-c965ab.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
