# Draws ranks-test-accuracy (svg, png, pdf) from ranks-test-accuracy.tsv: gnuplot ranks-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/modalities.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/modalities.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"ranks-test-accuracy","kind":"ranks","preset":"double","records":336,"records_of_uncommitted_changes":0,"records_sha256":"8afdda92a283817f092bff793c81c6d602f5427ccd5dea57320bee305a20cc23","suite":"study-modalities","table_sha256":"94146de9715ea99929e2f78ec319fedeb6cd8d6060da4f883da11b298b117e99"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,310 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'ranks-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,619 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'ranks-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,6.45cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
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
set yrange [-5.75:2.1]
set arrow from first 1, first 0 to first 9, first 0 nohead lw 1.2 lc rgb '#444444'
set arrow from first 1, first 1.3 to first 3.27023415, first 1.3 heads size graph 0.004,90 lw 1.2 lc rgb '#444444'
set label 'critical difference 2.27 (Nemenyi, α = 0.05, 28 blocks)' at first 1, first 1.7 left noenhanced
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
set arrow from first 2.696428571, first 0 to first 2.696428571, first -2.05 nohead lw 1 lc rgb '#444444'
set arrow from first 2.696428571, first -2.05 to graph 0.28, first -2.05 nohead lw 1 lc rgb '#444444'
set label 'late-fusion  (2.70)' at graph 0.27, first -2.05 right noenhanced
set arrow from first 3.303571429, first 0 to first 3.303571429, first -2.85 nohead lw 1 lc rgb '#444444'
set arrow from first 3.303571429, first -2.85 to graph 0.28, first -2.85 nohead lw 1 lc rgb '#444444'
set label 'mmpareto  (3.30)' at graph 0.27, first -2.85 right noenhanced
set arrow from first 4.178571429, first 0 to first 4.178571429, first -3.65 nohead lw 1 lc rgb '#444444'
set arrow from first 4.178571429, first -3.65 to graph 0.28, first -3.65 nohead lw 1 lc rgb '#444444'
set label 'pdmp  (4.18)' at graph 0.27, first -3.65 right noenhanced
set arrow from first 4.428571429, first 0 to first 4.428571429, first -4.45 nohead lw 1 lc rgb '#444444'
set arrow from first 4.428571429, first -4.45 to graph 0.28, first -4.45 nohead lw 1 lc rgb '#444444'
set label 'pdmp (ladder)  (4.43)' at graph 0.27, first -4.45 right noenhanced
set arrow from first 4.910714286, first 0 to first 4.910714286, first -5.25 nohead lw 1 lc rgb '#444444'
set arrow from first 4.910714286, first -5.25 to graph 0.28, first -5.25 nohead lw 1 lc rgb '#444444'
set label 'joint  (4.91)' at graph 0.27, first -5.25 right noenhanced
set arrow from first 5.732142857, first 0 to first 5.732142857, first -4.45 nohead lw 1 lc rgb '#444444'
set arrow from first 5.732142857, first -4.45 to graph 0.72, first -4.45 nohead lw 1 lc rgb '#444444'
set label 'joint (rate × 2)  (5.73)' at graph 0.73, first -4.45 left noenhanced
set arrow from first 5.785714286, first 0 to first 5.785714286, first -3.65 nohead lw 1 lc rgb '#444444'
set arrow from first 5.785714286, first -3.65 to graph 0.72, first -3.65 nohead lw 1 lc rgb '#444444'
set label 'pdmp (worst leads)  (5.79)' at graph 0.73, first -3.65 left noenhanced
set arrow from first 6.321428571, first 0 to first 6.321428571, first -2.85 nohead lw 1 lc rgb '#444444'
set arrow from first 6.321428571, first -2.85 to graph 0.72, first -2.85 nohead lw 1 lc rgb '#444444'
set label 'pdmp (reversed)  (6.32)' at graph 0.73, first -2.85 left noenhanced
set arrow from first 7.642857143, first 0 to first 7.642857143, first -2.05 nohead lw 1 lc rgb '#444444'
set arrow from first 7.642857143, first -2.05 to graph 0.72, first -2.05 nohead lw 1 lc rgb '#444444'
set label 'ogm-ge  (7.64)' at graph 0.73, first -2.05 left noenhanced
plot 'ranks-test-accuracy.tsv' index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
     'ranks-test-accuracy.tsv' index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '#D55E00' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'ranks-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
