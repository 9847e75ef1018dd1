# Draws learning-easy-but-weak-gated-last-0593f4 (svg, png, pdf) from learning-easy-but-weak-gated-last-0593f4.tsv: gnuplot learning-easy-but-weak-gated-last-0593f4.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"learning-easy-but-weak-gated-last-0593f4","kind":"learning","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"9607bc8920a40a5a7aa56bad6d8351604a50c14e07cad6a315ba7f0bd2e96f0b"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'learning-easy-but-weak-gated-last-0593f4.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'learning-easy-but-weak-gated-last-0593f4.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'learning-easy-but-weak-gated-last-0593f4.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Learning curves: easy-but-weak, gated (last)' noenhanced
set xlabel 'epoch'
set ylabel 'validation/accuracy, mean and range over seeds' noenhanced
plot 'learning-easy-but-weak-gated-last-0593f4.tsv' index 0 using 1:3:4 with filledcurves fc rgb '#0072B2' fs transparent solid 0.13 noborder notitle, \
     'learning-easy-but-weak-gated-last-0593f4.tsv' index 1 using 1:3:4 with filledcurves fc rgb '#D55E00' fs transparent solid 0.13 noborder notitle, \
     'learning-easy-but-weak-gated-last-0593f4.tsv' index 2 using 1:3:4 with filledcurves fc rgb '#009E73' fs transparent solid 0.13 noborder notitle, \
     'learning-easy-but-weak-gated-last-0593f4.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'learning-easy-but-weak-gated-last-0593f4.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'ogm-ge', \
     'learning-easy-but-weak-gated-last-0593f4.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'pdmp'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'learning-easy-but-weak-gated-last-0593f4.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
