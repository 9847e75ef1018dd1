# Draws improvement-test-accuracy (svg, png, pdf) from improvement-test-accuracy.tsv: gnuplot improvement-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"improvement-test-accuracy","kind":"improvement","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"06323cc427939878df74bd67d0010d7a668f7ead6be86caa0f57e7df42098a7e"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,1012 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'improvement-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,2024 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'improvement-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,21.08cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'improvement-test-accuracy.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Probability of improvement by test/accuracy' noenhanced
unset key
set lmargin 27.5
set rmargin 4
set xlabel 'probability that a run beats one of joint training' noenhanced
set xtics 0.2
set xrange [-0.04971191406:1.043950195]
set yrange [0.4:36.6]
set ytics noenhanced ('joint (rate × 2)' 36, 'joint (rate × 0.5)' 35, 'unimodal (a)' 34, 'unimodal (b)' 33, 'pdmp (defaults)' 32, 'pdmp (worst leads)' 31, 'pdmp + aux' 30, 'joint (tuned)' 29, 'late-fusion (tuned)' 28, 'pdmp (tuned)' 27, 'agm (tuned)' 26, 'amco (tuned)' 25, 'arl (tuned)' 24, 'cggm (tuned)' 23, 'cml (tuned)' 22, 'dgl (tuned)' 21, 'diagnosing-relearning (tuned)' 20, 'gradient-blending (tuned)' 19, 'greedy (tuned)' 18, 'inforeg (tuned)' 17, 'lfm (tuned)' 16, 'mbsd (tuned)' 15, 'mla (tuned)' 14, 'mmcosine (tuned)' 13, 'mmpareto (tuned)' 12, 'ogm (tuned)' 11, 'ogm-ge (tuned)' 10, 'opm (tuned)' 9, 'pmr (tuned)' 8, 'reconboost (tuned)' 7, 'umt (tuned)' 6, 'valuation (tuned)' 5, 'unimodal (image)' 4, 'unimodal (text)' 3, 'unimodal (video)' 2, 'unimodal (audio)' 1)
set arrow 1 from first 0.5, graph 0 to first 0.5, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
set xrange [-0.03:1.03]
set xtics 0, 0.25, 1
plot 'improvement-test-accuracy.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'improvement-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
