# Draws pareto-video-audio-generated-classification (svg, png, pdf) from pareto-video-audio-generated-classification.tsv: gnuplot pareto-video-audio-generated-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-video-audio-generated-classification","kind":"pareto","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"9db064827f9e2ae980911388f5963aab8403cda46e8d3b85fa0f0335546c3ee0"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-video-audio-generated-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-video-audio-generated-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-video-audio-generated-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: video-audio, generated, classification' noenhanced
set xrange [2.087488:29.04728]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set label 1 '1' at first 21.751424, first 0.3663888889 left offset char 0.6, char 0.5 front tc rgb '#0072B2'
set label 2 '2' at first 17.799456, first 0.2222222222 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 3 '3' at first 3.946784, first 0.2883333333 left offset char 0.6, char 0.5 front tc rgb '#009E73'
set label 4 '4' at first 27.187984, first 0.3452777778 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 5 '5' at first 27.187984, first 0.3455555556 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 6 '6' at first 21.774464, first 0.5822222222 left offset char 0.6, char 0.5 front tc rgb '#56B4E9'
plot 'pareto-video-audio-generated-classification.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.1 lc rgb '#0072B2' title '1  joint', \
     'pareto-video-audio-generated-classification.tsv' index 1 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '2  unimodal (video) (dominated)', \
     'pareto-video-audio-generated-classification.tsv' index 2 using 1:2:3:4 with yerrorbars pt 9 ps 1 lw 1.1 lc rgb '#009E73' title '3  unimodal (audio)', \
     'pareto-video-audio-generated-classification.tsv' index 3 using 1:2:3:4 with yerrorbars pt 12 ps 1 lw 1.1 lc rgb '#8A8A8A' title '4  pdmp (dominated)', \
     'pareto-video-audio-generated-classification.tsv' index 4 using 1:2:3:4 with yerrorbars pt 10 ps 1 lw 1.1 lc rgb '#8A8A8A' title '5  pdmp (worst leads) (dominated)', \
     'pareto-video-audio-generated-classification.tsv' index 5 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.1 lc rgb '#56B4E9' title '6  ogm', \
     'pareto-video-audio-generated-classification.tsv' index 6 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-video-audio-generated-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
