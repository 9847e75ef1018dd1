# Draws runs-easy-but-weak (svg, png, pdf) from runs-easy-but-weak.tsv: gnuplot runs-easy-but-weak.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"runs-easy-but-weak","kind":"runs","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"b4bb5769613c09f66553a469114e28d29acd022df63bfd4d14e3adff8d6594db"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,608 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'runs-easy-but-weak.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1217 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'runs-easy-but-weak.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,12.677cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'runs-easy-but-weak.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set bmargin 11
set datafile separator tab
set title 'All runs: easy-but-weak' noenhanced
unset key
set ylabel 'test/accuracy' noenhanced
set yrange [0.59136:0.9079733333]
set xrange [0.4:33.6]
set xtics rotate by 90 right noenhanced ('joint' 1, 'joint (rate × 2)' 2, 'joint (rate × 0.5)' 3, 'unimodal (a)' 4, 'unimodal (b)' 5, 'pdmp (defaults)' 6, 'pdmp (worst leads)' 7, 'pdmp + aux' 8, 'joint (tuned)' 9, 'late-fusion (tuned)' 10, 'pdmp (tuned)' 11, 'agm (tuned)' 12, 'amco (tuned)' 13, 'arl (tuned)' 14, 'cggm (tuned)' 15, 'cml (tuned)' 16, 'dgl (tuned)' 17, 'diagnosing-r…(tuned)' 18, 'gradient-ble…(tuned)' 19, 'greedy (tuned)' 20, 'inforeg (tuned)' 21, 'lfm (tuned)' 22, 'mbsd (tuned)' 23, 'mla (tuned)' 24, 'mmcosine (tuned)' 25, 'mmpareto (tuned)' 26, 'ogm (tuned)' 27, 'ogm-ge (tuned)' 28, 'opm (tuned)' 29, 'pmr (tuned)' 30, 'reconboost (tuned)' 31, 'umt (tuned)' 32, 'valuation (tuned)' 33)
plot 'runs-easy-but-weak.tsv' index 2 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 3 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 4 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 5 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 6 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 7 using 1:2 with filledcurves closed fc rgb '#56B4E9' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 8 using 1:2 with filledcurves closed fc rgb '#000000' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 9 using 1:2 with filledcurves closed fc rgb '#7F7F7F' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 10 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 11 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 12 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 13 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 14 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 15 using 1:2 with filledcurves closed fc rgb '#56B4E9' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 16 using 1:2 with filledcurves closed fc rgb '#000000' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 17 using 1:2 with filledcurves closed fc rgb '#7F7F7F' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 18 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 19 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 20 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 21 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 22 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 23 using 1:2 with filledcurves closed fc rgb '#56B4E9' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 24 using 1:2 with filledcurves closed fc rgb '#000000' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 25 using 1:2 with filledcurves closed fc rgb '#7F7F7F' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 26 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 27 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 28 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 29 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 30 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 31 using 1:2 with filledcurves closed fc rgb '#56B4E9' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 32 using 1:2 with filledcurves closed fc rgb '#000000' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 33 using 1:2 with filledcurves closed fc rgb '#7F7F7F' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 34 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 0 using 1:3:2:6:5:(0.14) with candlesticks lw 1.1 lc rgb '#222222' fs empty notitle whiskerbars 0.6, \
     'runs-easy-but-weak.tsv' index 0 using 1:4:4:4:4:(0.14) with candlesticks lw 2.2 lc rgb '#222222' notitle, \
     'runs-easy-but-weak.tsv' index 1 using 1:2 with points pt 6 ps 0.4 lc rgb '#444444' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'runs-easy-but-weak.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
