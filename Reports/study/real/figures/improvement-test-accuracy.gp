# Draws improvement-test-accuracy (svg, png, pdf) from improvement-test-accuracy.tsv: gnuplot improvement-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"improvement-test-accuracy","kind":"improvement","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"5e314115a263fe244748a383e44705a2087d93caa4fb84e97ad0f04bdd85b927"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,393 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'improvement-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,785 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'improvement-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,8.18cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'improvement-test-accuracy.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Probability of improvement by test/accuracy' noenhanced
unset key
set lmargin 19.5
set rmargin 4
set xlabel 'probability that a run beats one of joint training' noenhanced
set xtics 0.2
set xrange [-0.03743402778:0.7861145833]
set yrange [0.4:9.6]
set ytics noenhanced ('unimodal (image)' 9, 'unimodal (audio)' 8, 'late-fusion' 7, 'pdmp' 6, 'pdmp (worst leads)' 5, 'ogm' 4, 'mmpareto' 3, 'unimodal (visual)' 2, 'unimodal (text)' 1)
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
