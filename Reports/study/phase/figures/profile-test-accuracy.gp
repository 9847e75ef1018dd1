# Draws profile-test-accuracy (svg, png, pdf) from profile-test-accuracy.tsv: gnuplot profile-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"profile-test-accuracy","kind":"profile","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"e2dca1a79161d3f092b4ed128bdb07da2006e4c03e85a7d059550cddb41e4c56"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'profile-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'profile-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'profile-test-accuracy.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Performance profiles over 48 problems (8 of 11 strategies)' noenhanced
set xlabel 'threshold τ: test/accuracy' noenhanced
set ylabel 'share of runs above τ'
set yrange [-0.02:1.02]
set xrange [0.293012:0.988988]
plot 'profile-test-accuracy.tsv' index 0 using 1:2 with steps lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'profile-test-accuracy.tsv' index 1 using 1:2 with steps lw 1.8 dt (12,4) lc rgb '#D55E00' title 'joint (rate × 2)', \
     'profile-test-accuracy.tsv' index 2 using 1:2 with steps lw 1.8 dt (3,3) lc rgb '#009E73' title 'late-fusion', \
     'profile-test-accuracy.tsv' index 3 using 1:2 with steps lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'pdmp', \
     'profile-test-accuracy.tsv' index 4 using 1:2 with steps lw 1.8 dt (18,5) lc rgb '#E69F00' title 'agm', \
     'profile-test-accuracy.tsv' index 5 using 1:2 with steps lw 1.8 dt (6,3) lc rgb '#56B4E9' title 'cggm', \
     'profile-test-accuracy.tsv' index 6 using 1:2 with steps lw 1.8 dt (12,3,3,3,3,3) lc rgb '#000000' title 'pmr', \
     'profile-test-accuracy.tsv' index 7 using 1:2 with steps lw 1.8 dt (2,5) lc rgb '#7F7F7F' title 'mmpareto'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'profile-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
