# Draws differences-redundant (svg, png, pdf) from differences-redundant.tsv: gnuplot differences-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-redundant","kind":"differences","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"1d1114ccd1ffb8a1b1dd523d9ecd2c87168ee65936dc87eb505d4ef3459e0693"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,842 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1684 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,17.54cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Paired differences to joint training: redundant' noenhanced
unset key
set lmargin 27.5
set rmargin 4
set xlabel 'difference of test/accuracy, mean and 95 % interval over seeds (grey: within ± 0.010)' noenhanced
set xtics 0.01
set xrange [-0.02452715129:0.02973862431]
set yrange [0.4:27.6]
set ytics noenhanced ('pdmp (defaults)' 27, 'pdmp (worst leads)' 26, 'pdmp + aux' 25, 'late-fusion (tuned)' 24, 'pdmp (tuned)' 23, 'agm (tuned)' 22, 'amco (tuned)' 21, 'arl (tuned)' 20, 'cggm (tuned)' 19, 'cml (tuned)' 18, 'dgl (tuned)' 17, 'diagnosing-relearning (tuned)' 16, 'gradient-blending (tuned)' 15, 'greedy (tuned)' 14, 'inforeg (tuned)' 13, 'lfm (tuned)' 12, 'mbsd (tuned)' 11, 'mla (tuned)' 10, 'mmcosine (tuned)' 9, 'mmpareto (tuned)' 8, 'ogm (tuned)' 7, 'ogm-ge (tuned)' 6, 'opm (tuned)' 5, 'pmr (tuned)' 4, 'reconboost (tuned)' 3, 'umt (tuned)' 2, 'valuation (tuned)' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set object 1 rectangle from first -0.01, graph 0 to first 0.01, graph 1 behind fc rgb '#EEEEEE' fs solid noborder
set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
plot 'differences-redundant.tsv' index 0 using 2:1:3:4 with xerrorbars pt 6 ps 0.9 lw 1.6 lc rgb '#7F7F7F' title 'not significant', \
     'differences-redundant.tsv' index 1 using 2:1:3:4 with xerrorbars pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2' title 'significant (Holm)'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
