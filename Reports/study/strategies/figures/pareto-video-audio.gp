# Draws pareto-video-audio (svg, png, pdf) from pareto-video-audio.tsv: gnuplot pareto-video-audio.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"pareto-video-audio","kind":"pareto","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"7d14ebe4030794f161942461218a43ee7e3b000af002266e8f87738fe2e56b93"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'pareto-video-audio.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'pareto-video-audio.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'pareto-video-audio.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Score against training cost: video-audio' noenhanced
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set logscale x
set xrange [0.50652989:12.60808848]
set xlabel 'training cost of one run with those it needs first (GFLOP, logarithmic)'
set ylabel 'test/accuracy' noenhanced
set yrange [*:0.8220424875<*]
set label 'unimodal (audio)' at first 0.8583552, first 0.709636915 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'joint (rate × 0.5)' at first 3.3509376, first 0.7331062104 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'joint (tuned)' at first 4.6075392, first 0.7565755057 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'greedy (tuned)' at first 4.748363136, first 0.7800448011 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set label 'lfm (tuned)' at first 5.4940896, first 0.8035140964 right offset char -0.7, 0 front noenhanced font ',7' tc rgb '#0072B2'
set arrow from first 3.3509376, first 0.6925 to first 3.426054218, first 0.6739716089 nohead lw 0.6 lc rgb '#444444'
set label 'joint' at first 3.3509376, first 0.6739716089 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 3.9787632, first 0.695 to first 4.067953531, first 0.6295330182 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp (defaults)' at first 3.9787632, first 0.6295330182 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
set arrow from first 5.2353648, first 0.6921875 to first 5.352723863, first 0.6736591089 nohead lw 0.6 lc rgb '#444444'
set label 'pdmp (tuned)' at first 5.2353648, first 0.6736591089 left offset char 0.7, 0 front noenhanced font ',7' tc rgb '#444444'
plot 'pareto-video-audio.tsv' index 0 using 1:2:3:4 with yerrorbars pt 6 ps 0.8 lw 0.9 lc rgb '#8A8A8A' title 'dominated', \
     'pareto-video-audio.tsv' index 1 using 1:2:3:4 with yerrorbars pt 7 ps 1 lw 1.3 lc rgb '#0072B2' title 'not dominated', \
     'pareto-video-audio.tsv' index 2 using 1:2 with steps lw 1 dt (4,4) lc rgb '#444444' title 'front'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'pareto-video-audio.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
