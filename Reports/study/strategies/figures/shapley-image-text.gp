# Draws shapley-image-text (svg, png, pdf) from shapley-image-text.tsv: gnuplot shapley-image-text.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-image-text","kind":"shapley","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"8d1479ca70c94a14948aaf61fbfcfb7ade2a5a8b72f98b72ef3510d3c2b1282b"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,608 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-image-text.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1217 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-image-text.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,12.677cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-image-text.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set bmargin 11
set datafile separator tab
set title 'Shapley contributions: image-text' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.061859375:0.38084375]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:30.7]
set xtics rotate by 90 right noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'joint (rate × 0.5)' 2, 'pdmp (defaults)' 3, 'pdmp (worst leads)' 4, 'pdmp + aux' 5, 'joint (tuned)' 6, 'late-fusion (tuned)' 7, 'pdmp (tuned)' 8, 'agm (tuned)' 9, 'amco (tuned)' 10, 'arl (tuned)' 11, 'cggm (tuned)' 12, 'cml (tuned)' 13, 'dgl (tuned)' 14, 'diagnosing-r…(tuned)' 15, 'gradient-ble…(tuned)' 16, 'greedy (tuned)' 17, 'inforeg (tuned)' 18, 'lfm (tuned)' 19, 'mbsd (tuned)' 20, 'mla (tuned)' 21, 'mmcosine (tuned)' 22, 'mmpareto (tuned)' 23, 'ogm (tuned)' 24, 'ogm-ge (tuned)' 25, 'opm (tuned)' 26, 'pmr (tuned)' 27, 'reconboost (tuned)' 28, 'umt (tuned)' 29, 'valuation (tuned)' 30)
plot 'shapley-image-text.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'image', \
     'shapley-image-text.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'text'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-image-text.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
