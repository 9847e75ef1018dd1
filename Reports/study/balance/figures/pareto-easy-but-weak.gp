# Draws pareto-easy-but-weak (svg, png, pdf) from pareto-easy-but-weak.tsv: gnuplot pareto-easy-but-weak.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-easy-but-weak","kind":"pareto","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"c1bf3a0358d9d082395c26ac99881829aab1423ce44f892e4dd597bf0ed7cebc"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-easy-but-weak.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-easy-but-weak.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-easy-but-weak.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: easy-but-weak' noenhanced
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set xrange [1.804785408:1.808398592]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set yrange [*:0.8188111798<*]
set label 'pdmp 16' at first 1.806592, first 0.8141058898 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set arrow from first 1.806592, first 0.7816666667 to first 1.806616919, first 0.7769613766 nohead lw 0.6 lc rgb '#444444'
set label 'joint' at first 1.806592, first 0.7769613766 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 1.806592, first 0.7060952381 to first 1.806616919, first 0.701389948 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp 1/64' at first 1.806592, first 0.701389948 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
plot 'pareto-easy-but-weak.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 0.8 lw 0.9 lc rgb '#8A8A8A' title 'dominated', \
     'pareto-easy-but-weak.tsv' index 1 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.3 lc rgb '#0072B2' title 'not dominated', \
     'pareto-easy-but-weak.tsv' index 2 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-easy-but-weak.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
