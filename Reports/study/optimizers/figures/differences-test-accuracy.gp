# Draws differences-test-accuracy (svg, png, pdf) from differences-test-accuracy.tsv: gnuplot differences-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/optimizers.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/optimizers.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-accuracy","kind":"differences","preset":"double","records":280,"records_of_uncommitted_changes":0,"records_sha256":"ab65c27944ef615092a64842984065ccd7ac2ec753a5ba59fe8cca43c3537c85","suite":"study-optimizers","table_sha256":"021af7b0cfe32d4e30cc59571bdb1106d34ed9c264510eebe111b73d5c4ce1bc"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,528 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1056 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,11cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-test-accuracy.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Paired differences to joint training' noenhanced
unset key
set lmargin 35.5
set rmargin 4
set xlabel 'difference of test/accuracy, mean and 95 % interval over seeds (grey: within ±'."\n".'0.010)' noenhanced
set xtics 0.01
set xrange [-0.01331741254:0.03510427269]
set yrange [0.4:12.6]
set ytics noenhanced ('easy-but-weak: gradient under SGD' 12, 'easy-but-weak: gradie… plain descent' 11, 'easy-but-weak: gradient under Adam' 10, 'easy-but-weak: update under Adam' 9, 'easy-but-weak: gradient under AdamW' 8, 'easy-but-weak: update under AdamW' 7, 'redundant: gradient under SGD' 6, 'redundant: gradient u… plain descent' 5, 'redundant: gradient under Adam' 4, 'redundant: update under Adam' 3, 'redundant: gradient under AdamW' 2, 'redundant: update under AdamW' 1)
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
