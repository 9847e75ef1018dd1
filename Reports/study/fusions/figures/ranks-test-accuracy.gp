# Draws ranks-test-accuracy (svg, png, pdf) from ranks-test-accuracy.tsv: gnuplot ranks-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"ranks-test-accuracy","kind":"ranks","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"a1a3b8e1311226672b517e269d0873a168521900a7b608f11547da1cc9397ef7"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,226 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'ranks-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,451 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'ranks-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,4.7cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
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
set xrange [-0.2727272727:4.272727273]
set yrange [-3:2.1]
set arrow from first 1, first 0 to first 3, first 0 nohead lw 1.2 lc rgb '#444444'
set arrow from first 1, first 1.3 to first 1.781233529, first 1.3 heads size graph 0.004,90 lw 1.2 lc rgb '#444444'
set label 'critical difference 0.78 (Nemenyi, α = 0.05, 18 blocks)' at first 1, first 1.7 left noenhanced
set label '1' at first 1, first 0.45 center
set arrow from first 1, first 0 to first 1, first 0.18 nohead lw 1 lc rgb '#444444'
set label '2' at first 2, first 0.45 center
set arrow from first 2, first 0 to first 2, first 0.18 nohead lw 1 lc rgb '#444444'
set label '3' at first 3, first 0.45 center
set arrow from first 3, first 0 to first 3, first 0.18 nohead lw 1 lc rgb '#444444'
set arrow from first 1.611111111, first 0 to first 1.611111111, first -1.7 nohead lw 1 lc rgb '#444444'
set arrow from first 1.611111111, first -1.7 to graph 0.28, first -1.7 nohead lw 1 lc rgb '#444444'
set label 'joint  (1.61)' at graph 0.27, first -1.7 right noenhanced
set arrow from first 1.944444444, first 0 to first 1.944444444, first -2.5 nohead lw 1 lc rgb '#444444'
set arrow from first 1.944444444, first -2.5 to graph 0.28, first -2.5 nohead lw 1 lc rgb '#444444'
set label 'pdmp  (1.94)' at graph 0.27, first -2.5 right noenhanced
set arrow from first 2.444444444, first 0 to first 2.444444444, first -1.7 nohead lw 1 lc rgb '#444444'
set arrow from first 2.444444444, first -1.7 to graph 0.72, first -1.7 nohead lw 1 lc rgb '#444444'
set label 'ogm-ge  (2.44)' at graph 0.73, first -1.7 left noenhanced
plot 'ranks-test-accuracy.tsv' index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
     'ranks-test-accuracy.tsv' index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '#D55E00' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'ranks-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
