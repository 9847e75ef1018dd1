# Draws pareto-easy-but-weak (svg, png, pdf) from pareto-easy-but-weak.tsv: gnuplot pareto-easy-but-weak.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-easy-but-weak","kind":"pareto","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"9101809160517ad468afff01a784b121401f2c0d25737f0ddf14b809fb6f5026"}
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
set xrange [0.2270691389:5.547655616]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set yrange [*:0.8805410788<*]
set label 'unimodal (a)' at first 0.8979584, first 0.714959898 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'joint (rate × 2)' at first 1.806592, first 0.792834898 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'pdmp (defaults)' at first 2.1433264, first 0.808209898 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'pdmp + aux' at first 2.2262704, first 0.8480015646 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'amco (tuned)' at first 2.4814537, first 0.8605015646 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'mla (tuned)' at first 2.484064, first 0.8717001167 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set arrow from first 1.806592, first 0.780375 to first 1.8432857, first 0.7715340379 nohead lw 0.6 lc rgb '#444444'
set label 'joint' at first 1.806592, first 0.7715340379 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 2.484064, first 0.7812083333 to first 2.5207577, first 0.7723673712 nohead lw 0.6 lc rgb '#444444'
set label 'joint (tuned)' at first 2.484064, first 0.7723673712 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 2.8207984, first 0.80875 to first 2.8574921, first 0.7999090379 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp (tuned)' at first 2.8207984, first 0.7999090379 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
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
