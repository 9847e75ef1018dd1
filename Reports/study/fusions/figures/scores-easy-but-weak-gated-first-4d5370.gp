# Draws scores-easy-but-weak-gated-first-4d5370 (svg, png, pdf) from scores-easy-but-weak-gated-first-4d5370.tsv: gnuplot scores-easy-but-weak-gated-first-4d5370.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-easy-but-weak-gated-first-4d5370","kind":"scores","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"268cb8d7f2201724b07116bda05fa729119a51b287ce4cf6f3f536374e9f6cf6"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,216 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-easy-but-weak-gated-first-4d5370.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,432 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-easy-but-weak-gated-first-4d5370.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,4.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-easy-but-weak-gated-first-4d5370.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: easy-but-weak, gated (first)' noenhanced
unset key
set lmargin 9.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.02
set xrange [0.6379666667:0.7413666667]
set yrange [0.4:3.6]
set ytics noenhanced ('joint' 3, 'ogm-ge' 2, 'pdmp' 1)
set arrow 1 from first 0.7059047619, graph 0 to first 0.7059047619, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-easy-but-weak-gated-first-4d5370.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-easy-but-weak-gated-first-4d5370.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-easy-but-weak-gated-first-4d5370.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
