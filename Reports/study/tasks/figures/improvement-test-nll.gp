# Draws improvement-test-nll (svg, png, pdf) from improvement-test-nll.tsv: gnuplot improvement-test-nll.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"improvement-test-nll","kind":"improvement","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"51670470b53306f4cee2e34eb5753c96de87b16560c5522e19036cb25cfbe584"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,333 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'improvement-test-nll.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,666 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'improvement-test-nll.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,6.94cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'improvement-test-nll.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Probability of improvement by test/nll' noenhanced
unset key
set lmargin 19.5
set rmargin 4
set xlabel 'probability that a run beats one of joint training' noenhanced
set xtics 0.1
set xrange [-0.03268446181:0.6863736979]
set yrange [0.4:7.6]
set ytics noenhanced ('unimodal (image)' 7, 'unimodal (text)' 6, 'pdmp' 5, 'pdmp (worst leads)' 4, 'ogm' 3, 'unimodal (video)' 2, 'unimodal (audio)' 1)
set arrow 1 from first 0.5, graph 0 to first 0.5, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
set xrange [-0.03:1.03]
set xtics 0, 0.25, 1
plot 'improvement-test-nll.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'improvement-test-nll.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
