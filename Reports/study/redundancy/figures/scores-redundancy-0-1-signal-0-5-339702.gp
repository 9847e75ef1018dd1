# Draws scores-redundancy-0-1-signal-0-5-339702 (svg, png, pdf) from scores-redundancy-0-1-signal-0-5-339702.tsv: gnuplot scores-redundancy-0-1-signal-0-5-339702.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-redundancy-0-1-signal-0-5-339702","kind":"scores","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"60bc701dc4ec1b6c4ffd265e7b599eed754a535f3ccc0d9a71ec51063089ea15"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,363 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-redundancy-0-1-signal-0-5-339702.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,726 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-redundancy-0-1-signal-0-5-339702.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,7.56cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-redundancy-0-1-signal-0-5-339702.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: redundancy 0.1, signal 0.5' noenhanced
unset key
set lmargin 15.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.05
set xrange [0.26635:0.54465]
set yrange [0.4:8.6]
set ytics noenhanced ('joint' 8, 'joint (rate × 2)' 7, 'unimodal (a)' 6, 'unimodal (b)' 5, 'late-fusion' 4, 'pdmp' 3, 'ogm-ge' 2, 'mmpareto' 1)
set arrow 1 from first 0.4526428571, graph 0 to first 0.4526428571, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-redundancy-0-1-signal-0-5-339702.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-redundancy-0-1-signal-0-5-339702.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-redundancy-0-1-signal-0-5-339702.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
