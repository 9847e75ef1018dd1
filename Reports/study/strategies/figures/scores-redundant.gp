# Draws scores-redundant (svg, png, pdf) from scores-redundant.tsv: gnuplot scores-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-redundant","kind":"scores","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"763c7f73db3c9205806b7f406e3a1a44902c9ce6a65561a435efe18b82cbde96"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,946 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1891 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,19.7cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: redundant' noenhanced
unset key
set lmargin 27.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.1
set xrange [0.4350666667:0.8956]
set yrange [0.4:33.6]
set ytics noenhanced ('joint' 33, 'joint (rate × 2)' 32, 'joint (rate × 0.5)' 31, 'unimodal (a)' 30, 'unimodal (b)' 29, 'pdmp (defaults)' 28, 'pdmp (worst leads)' 27, 'pdmp + aux' 26, 'joint (tuned)' 25, 'late-fusion (tuned)' 24, 'pdmp (tuned)' 23, 'agm (tuned)' 22, 'amco (tuned)' 21, 'arl (tuned)' 20, 'cggm (tuned)' 19, 'cml (tuned)' 18, 'dgl (tuned)' 17, 'diagnosing-relearning (tuned)' 16, 'gradient-blending (tuned)' 15, 'greedy (tuned)' 14, 'inforeg (tuned)' 13, 'lfm (tuned)' 12, 'mbsd (tuned)' 11, 'mla (tuned)' 10, 'mmcosine (tuned)' 9, 'mmpareto (tuned)' 8, 'ogm (tuned)' 7, 'ogm-ge (tuned)' 6, 'opm (tuned)' 5, 'pmr (tuned)' 4, 'reconboost (tuned)' 3, 'umt (tuned)' 2, 'valuation (tuned)' 1)
set arrow 1 from first 0.7898333333, graph 0 to first 0.7898333333, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-redundant.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-redundant.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
