# Draws scores-video-audio-cnns-f09fac (svg, png, pdf) from scores-video-audio-cnns-f09fac.tsv: gnuplot scores-video-audio-cnns-f09fac.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/encoders.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/encoders.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-video-audio-cnns-f09fac","kind":"scores","preset":"double","records":420,"records_of_uncommitted_changes":0,"records_sha256":"e2ccae774d2df125f236b38f0f9c45058d98b2ceff60366f5e6839ff4f10913a","suite":"study-encoders","table_sha256":"8f15a04ce25025019ce35ca19b946d4c2157658c5a0aff73e1e5eb043c76402b"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,303 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-video-audio-cnns-f09fac.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,607 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-video-audio-cnns-f09fac.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,6.32cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-video-audio-cnns-f09fac.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: video-audio, CNNs' noenhanced
unset key
set lmargin 17.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.1
set xrange [0.201625:0.770875]
set yrange [0.4:6.6]
set ytics noenhanced ('joint' 6, 'joint (rate × 2)' 5, 'unimodal (video)' 4, 'unimodal (audio)' 3, 'ogm-ge' 2, 'pdmp' 1)
set arrow 1 from first 0.6905357143, graph 0 to first 0.6905357143, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-video-audio-cnns-f09fac.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-video-audio-cnns-f09fac.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-video-audio-cnns-f09fac.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
