# Draws differences-test-accuracy (svg, png, pdf) from differences-test-accuracy.tsv: gnuplot differences-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-accuracy","kind":"differences","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"e367499d12177409d1ff891b1ce8570d188a81d700d5ff9fa83a3dfad0517fd4"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,974 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1949 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,20.3cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-test-accuracy.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Paired differences to joint training' noenhanced
unset key
set lmargin 25.5
set rmargin 4
set xlabel 'difference of test/accuracy, mean and 95 % interval over seeds (grey: within ± 0.010)' noenhanced
set xtics 0.02
set xrange [-0.08969500957:0.04355915889]
set yrange [0.4:33.6]
set ytics noenhanced ('easy-but-weak: pdmp 1/64' 33, 'easy-but-weak: pdmp 1/16' 32, 'easy-but-weak: pdmp 1/8' 31, 'easy-but-weak: pdmp 1/4' 30, 'easy-but-weak: pdmp 1/2' 29, 'easy-but-weak: pdmp 1' 28, 'easy-but-weak: pdmp 2' 27, 'easy-but-weak: pdmp 4' 26, 'easy-but-weak: pdmp 8' 25, 'easy-but-weak: pdmp 16' 24, 'easy-but-weak: pdmp 64' 23, 'redundant: pdmp 1/64' 22, 'redundant: pdmp 1/16' 21, 'redundant: pdmp 1/8' 20, 'redundant: pdmp 1/4' 19, 'redundant: pdmp 1/2' 18, 'redundant: pdmp 1' 17, 'redundant: pdmp 2' 16, 'redundant: pdmp 4' 15, 'redundant: pdmp 8' 14, 'redundant: pdmp 16' 13, 'redundant: pdmp 64' 12, 'complementary: pdmp 1/64' 11, 'complementary: pdmp 1/16' 10, 'complementary: pdmp 1/8' 9, 'complementary: pdmp 1/4' 8, 'complementary: pdmp 1/2' 7, 'complementary: pdmp 1' 6, 'complementary: pdmp 2' 5, 'complementary: pdmp 4' 4, 'complementary: pdmp 8' 3, 'complementary: pdmp 16' 2, 'complementary: pdmp 64' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set object 1 rectangle from first -0.01, graph 0 to first 0.01, graph 1 behind fc rgb '#EEEEEE' fs solid noborder
set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
plot 'differences-test-accuracy.tsv' index 0 using 2:1:3:4 with xerrorbars pt 6 ps 0.9 lw 1.6 lc rgb '#7F7F7F' title 'not significant', \
     'differences-test-accuracy.tsv' index 1 using 2:1:3:4 with xerrorbars pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2' title 'significant (Holm)'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
