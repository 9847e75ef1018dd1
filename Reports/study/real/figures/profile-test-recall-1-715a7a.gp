# Draws profile-test-recall-1-715a7a (svg, png, pdf) from profile-test-recall-1-715a7a.tsv: gnuplot profile-test-recall-1-715a7a.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"profile-test-recall-1-715a7a","kind":"profile","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"cf30db93a31f2b52d5b694753c58300912f307d78b506fedc047b8698314d960"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'profile-test-recall-1-715a7a.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'profile-test-recall-1-715a7a.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'profile-test-recall-1-715a7a.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Performance profiles over 1 problem' noenhanced
set xlabel 'threshold τ: test/recall@1' noenhanced
set ylabel 'share of runs above τ'
set yrange [-0.02:1.02]
set xrange [-2e-05:0.02002]
plot 'profile-test-recall-1-715a7a.tsv' index 0 using 1:2 with steps lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'profile-test-recall-1-715a7a.tsv' index 1 using 1:2 with steps lw 1.8 dt (12,4) lc rgb '#D55E00' title 'pdmp', \
     'profile-test-recall-1-715a7a.tsv' index 2 using 1:2 with steps lw 1.8 dt (3,3) lc rgb '#009E73' title 'pdmp (worst leads)', \
     'profile-test-recall-1-715a7a.tsv' index 3 using 1:2 with steps lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'ogm'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'profile-test-recall-1-715a7a.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
