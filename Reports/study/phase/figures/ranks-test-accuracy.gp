# Draws ranks-test-accuracy (svg, png, pdf) from ranks-test-accuracy.tsv: gnuplot ranks-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"ranks-test-accuracy","kind":"ranks","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"a3adf21188cb125f923050701cee6d98880113d0f836ca03711398a70fe8d8a2"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,322 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'ranks-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,643 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'ranks-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,6.7cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'ranks-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean ranks by test/accuracy (1 is best)' noenhanced
unset key
unset border
unset ytics
set lmargin 2
set rmargin 2
unset xtics
set xrange [-4.090909091:14.09090909]
set yrange [-6.1:2.1]
set arrow from first 1, first 0 to first 9, first 0 nohead lw 1.2 lc rgb '#444444'
set arrow from first 1, first 1.3 to first 2.733919973, first 1.3 heads size graph 0.004,90 lw 1.2 lc rgb '#444444'
set label 'critical difference 1.73 (Nemenyi, α = 0.05, 48 blocks)' at first 1, first 1.7 left noenhanced
set label '1' at first 1, first 0.45 center
set arrow from first 1, first 0 to first 1, first 0.18 nohead lw 1 lc rgb '#444444'
set label '2' at first 2, first 0.45 center
set arrow from first 2, first 0 to first 2, first 0.18 nohead lw 1 lc rgb '#444444'
set label '3' at first 3, first 0.45 center
set arrow from first 3, first 0 to first 3, first 0.18 nohead lw 1 lc rgb '#444444'
set label '4' at first 4, first 0.45 center
set arrow from first 4, first 0 to first 4, first 0.18 nohead lw 1 lc rgb '#444444'
set label '5' at first 5, first 0.45 center
set arrow from first 5, first 0 to first 5, first 0.18 nohead lw 1 lc rgb '#444444'
set label '6' at first 6, first 0.45 center
set arrow from first 6, first 0 to first 6, first 0.18 nohead lw 1 lc rgb '#444444'
set label '7' at first 7, first 0.45 center
set arrow from first 7, first 0 to first 7, first 0.18 nohead lw 1 lc rgb '#444444'
set label '8' at first 8, first 0.45 center
set arrow from first 8, first 0 to first 8, first 0.18 nohead lw 1 lc rgb '#444444'
set label '9' at first 9, first 0.45 center
set arrow from first 9, first 0 to first 9, first 0.18 nohead lw 1 lc rgb '#444444'
set arrow from first 2.947916667, first 0 to first 2.947916667, first -2.4 nohead lw 1 lc rgb '#444444'
set arrow from first 2.947916667, first -2.4 to graph 0.28, first -2.4 nohead lw 1 lc rgb '#444444'
set label 'pmr  (2.95)' at graph 0.27, first -2.4 right noenhanced
set arrow from first 3.447916667, first 0 to first 3.447916667, first -3.2 nohead lw 1 lc rgb '#444444'
set arrow from first 3.447916667, first -3.2 to graph 0.28, first -3.2 nohead lw 1 lc rgb '#444444'
set label 'mmpareto  (3.45)' at graph 0.27, first -3.2 right noenhanced
set arrow from first 3.979166667, first 0 to first 3.979166667, first -4 nohead lw 1 lc rgb '#444444'
set arrow from first 3.979166667, first -4 to graph 0.28, first -4 nohead lw 1 lc rgb '#444444'
set label 'late-fusion  (3.98)' at graph 0.27, first -4 right noenhanced
set arrow from first 4.208333333, first 0 to first 4.208333333, first -4.8 nohead lw 1 lc rgb '#444444'
set arrow from first 4.208333333, first -4.8 to graph 0.28, first -4.8 nohead lw 1 lc rgb '#444444'
set label 'joint  (4.21)' at graph 0.27, first -4.8 right noenhanced
set arrow from first 4.479166667, first 0 to first 4.479166667, first -5.6 nohead lw 1 lc rgb '#444444'
set arrow from first 4.479166667, first -5.6 to graph 0.28, first -5.6 nohead lw 1 lc rgb '#444444'
set label 'pdmp  (4.48)' at graph 0.27, first -5.6 right noenhanced
set arrow from first 4.947916667, first 0 to first 4.947916667, first -4.8 nohead lw 1 lc rgb '#444444'
set arrow from first 4.947916667, first -4.8 to graph 0.72, first -4.8 nohead lw 1 lc rgb '#444444'
set label 'agm  (4.95)' at graph 0.73, first -4.8 left noenhanced
set arrow from first 6.322916667, first 0 to first 6.322916667, first -4 nohead lw 1 lc rgb '#444444'
set arrow from first 6.322916667, first -4 to graph 0.72, first -4 nohead lw 1 lc rgb '#444444'
set label 'joint (rate × 2)  (6.32)' at graph 0.73, first -4 left noenhanced
set arrow from first 7, first 0 to first 7, first -3.2 nohead lw 1 lc rgb '#444444'
set arrow from first 7, first -3.2 to graph 0.72, first -3.2 nohead lw 1 lc rgb '#444444'
set label 'cggm  (7.00)' at graph 0.73, first -3.2 left noenhanced
set arrow from first 7.666666667, first 0 to first 7.666666667, first -2.4 nohead lw 1 lc rgb '#444444'
set arrow from first 7.666666667, first -2.4 to graph 0.72, first -2.4 nohead lw 1 lc rgb '#444444'
set label 'ogm-ge  (7.67)' at graph 0.73, first -2.4 left noenhanced
plot 'ranks-test-accuracy.tsv' index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
     'ranks-test-accuracy.tsv' index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '#D55E00' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'ranks-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
