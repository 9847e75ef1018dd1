# Draws scores-redundant-signal-0-25-scale-2-0-225549 (svg, png, pdf) from scores-redundant-signal-0-25-scale-2-0-225549.tsv: gnuplot scores-redundant-signal-0-25-scale-2-0-225549.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-redundant-signal-0-25-scale-2-0-225549","kind":"scores","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"3e671c927fec1dc655e1e8935d166713361eccf575493f6771ab0b82b6922830"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,452 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-redundant-signal-0-25-scale-2-0-225549.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,904 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-redundant-signal-0-25-scale-2-0-225549.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.42cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-redundant-signal-0-25-scale-2-0-225549.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: redundant, signal 0.25, scale 2.0' noenhanced
unset key
set lmargin 15.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.1
set xrange [0.24035:0.84865]
set yrange [0.4:11.6]
set ytics noenhanced ('joint' 11, 'joint (rate × 2)' 10, 'unimodal (a)' 9, 'unimodal (b)' 8, 'late-fusion' 7, 'pdmp' 6, 'ogm-ge' 5, 'agm' 4, 'cggm' 3, 'pmr' 2, 'mmpareto' 1)
set arrow 1 from first 0.727125, graph 0 to first 0.727125, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-redundant-signal-0-25-scale-2-0-225549.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-redundant-signal-0-25-scale-2-0-225549.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-redundant-signal-0-25-scale-2-0-225549.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
