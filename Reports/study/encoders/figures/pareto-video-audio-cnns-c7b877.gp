# Draws pareto-video-audio-cnns-c7b877 (svg, png, pdf) from pareto-video-audio-cnns-c7b877.tsv: gnuplot pareto-video-audio-cnns-c7b877.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/encoders.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/encoders.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-video-audio-cnns-c7b877","kind":"pareto","preset":"double","records":420,"records_of_uncommitted_changes":0,"records_sha256":"e2ccae774d2df125f236b38f0f9c45058d98b2ceff60366f5e6839ff4f10913a","suite":"study-encoders","table_sha256":"9f37bdc3bfa757e590198d0cb9a902fa135a423db71c07b07e818945653544fe"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,480 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-video-audio-cnns-c7b877.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,960 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-video-audio-cnns-c7b877.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-video-audio-cnns-c7b877.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: video-audio, CNNs' noenhanced
set xrange [0.7405878857:4.499465143]
set xlabel 'training cost of one run with those it needs first (GFLOP)'
set ylabel 'test/accuracy' noenhanced
set label 1 '1' at first 3.4924032, first 0.6905357143 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 2 '2' at first 3.4924032, first 0.6948214286 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 3 '3' at first 2.490048, first 0.2705357143 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 4 '4' at first 0.9998208, first 0.6996428571 left offset char 0.6, char 0.5 front tc rgb '#CC79A7'
set label 5 '5' at first 3.4970112, first 0.6601785714 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
set label 6 '6' at first 4.240232229, first 0.6978571429 left offset char 0.6, char 0.5 front tc rgb '#8A8A8A'
plot 'pareto-video-audio-cnns-c7b877.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '1  joint (dominated)', \
     'pareto-video-audio-cnns-c7b877.tsv' index 1 using 1:2:3:4 with yerrorbars pt 4 ps 1 lw 1.1 lc rgb '#8A8A8A' title '2  joint (rate × 2) (dominated)', \
     'pareto-video-audio-cnns-c7b877.tsv' index 2 using 1:2:3:4 with yerrorbars pt 8 ps 1 lw 1.1 lc rgb '#8A8A8A' title '3  unimodal (video) (dominated)', \
     'pareto-video-audio-cnns-c7b877.tsv' index 3 using 1:2:3:4 with yerrorbars pt 13 ps 1 lw 1.1 lc rgb '#CC79A7' title '4  unimodal (audio)', \
     'pareto-video-audio-cnns-c7b877.tsv' index 4 using 1:2:3:4 with yerrorbars pt 10 ps 1 lw 1.1 lc rgb '#8A8A8A' title '5  ogm-ge (dominated)', \
     'pareto-video-audio-cnns-c7b877.tsv' index 5 using 1:2:3:4 with yerrorbars pt 6 ps 1 lw 1.1 lc rgb '#8A8A8A' title '6  pdmp (dominated)', \
     'pareto-video-audio-cnns-c7b877.tsv' index 6 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-video-audio-cnns-c7b877.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
