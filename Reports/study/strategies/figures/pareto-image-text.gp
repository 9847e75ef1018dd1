# Draws pareto-image-text (svg, png, pdf) from pareto-image-text.tsv: gnuplot pareto-image-text.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-image-text","kind":"pareto","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"bd6c03ca7180220efa37d7193a74bd86ad62b2ee4cdd256fb3c53b20bb55de66"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-image-text.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-image-text.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-image-text.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: image-text' noenhanced
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set logscale x
set xrange [0.06374240199:5.11744896]
set xlabel 'training cost of one run with those it needs first (GFLOP, logarithmic)'
set ylabel 'test/accuracy' noenhanced
set yrange [*:0.6326570749<*]
set label 'unimodal (text)' at first 0.122688, first 0.6177051396 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set arrow from first 1.374336, first 0.53890625 to first 1.416538127, first 0.5239543147 nohead lw 0.6 lc rgb '#444444'
set label 'joint' at first 1.374336, first 0.5239543147 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 1.6315488, first 0.58203125 to first 1.681649233, first 0.5670793147 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp (defaults)' at first 1.6315488, first 0.5670793147 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 1.889712, first 0.5365625 to first 1.947739924, first 0.5216105647 nohead lw 0.6 lc rgb '#444444'
set label 'joint (tuned)' at first 1.889712, first 0.5216105647 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 2.1469248, first 0.5640625 to first 2.212851031, first 0.5491105647 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp (tuned)' at first 2.1469248, first 0.5491105647 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
plot 'pareto-image-text.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 0.8 lw 0.9 lc rgb '#8A8A8A' title 'dominated', \
     'pareto-image-text.tsv' index 1 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.3 lc rgb '#0072B2' title 'not dominated', \
     'pareto-image-text.tsv' index 2 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-image-text.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
