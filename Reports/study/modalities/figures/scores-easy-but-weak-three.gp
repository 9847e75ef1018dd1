# Draws scores-easy-but-weak-three (svg, png, pdf) from scores-easy-but-weak-three.tsv: gnuplot scores-easy-but-weak-three.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/modalities.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/modalities.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-easy-but-weak-three","kind":"scores","preset":"double","records":336,"records_of_uncommitted_changes":0,"records_sha256":"8afdda92a283817f092bff793c81c6d602f5427ccd5dea57320bee305a20cc23","suite":"study-modalities","table_sha256":"93298c3e09dd79233b05f4753a135d30fa836e8d269fb4b7951480893b543ba1"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,482 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-easy-but-weak-three.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,964 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-easy-but-weak-three.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.04cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-easy-but-weak-three.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: easy-but-weak, three' noenhanced
unset key
set lmargin 19.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.1
set xrange [0.4806333333:0.9213666667]
set yrange [0.4:12.6]
set ytics noenhanced ('joint' 12, 'joint (rate × 2)' 11, 'unimodal (a)' 10, 'unimodal (b)' 9, 'unimodal (c)' 8, 'late-fusion' 7, 'ogm-ge' 6, 'mmpareto' 5, 'pdmp' 4, 'pdmp (ladder)' 3, 'pdmp (reversed)' 2, 'pdmp (worst leads)' 1)
set arrow 1 from first 0.7889047619, graph 0 to first 0.7889047619, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-easy-but-weak-three.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-easy-but-weak-three.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-easy-but-weak-three.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
