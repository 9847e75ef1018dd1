# Draws improvement-test-accuracy (svg, png, pdf) from improvement-test-accuracy.tsv: gnuplot improvement-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"improvement-test-accuracy","kind":"improvement","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"4e4a5a0f87b10bb1e053996ad3bef16548e82796ec85c7daed2d66e58c8f2f8f"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,422 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'improvement-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,845 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'improvement-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,8.8cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'improvement-test-accuracy.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Probability of improvement by test/accuracy' noenhanced
unset key
set lmargin 15.5
set rmargin 4
set xlabel 'probability that a run beats one of joint training' noenhanced
set xtics 0.1
set xrange [-0.02637873332:0.7088199361]
set yrange [0.4:10.6]
set ytics noenhanced ('joint (rate × 2)' 10, 'unimodal (a)' 9, 'unimodal (b)' 8, 'late-fusion' 7, 'pdmp' 6, 'ogm-ge' 5, 'agm' 4, 'cggm' 3, 'pmr' 2, 'mmpareto' 1)
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
