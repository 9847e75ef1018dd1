# Draws differences-test-accuracy (svg, png, pdf) from differences-test-accuracy.tsv: gnuplot differences-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-accuracy","kind":"differences","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"d94e9141015914d763bc60c09107a17d8689b4539b52c22bf3f7bb248f02fb8c"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,798 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1596 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,16.62cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-test-accuracy.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Paired differences to joint training' noenhanced
unset key
set lmargin 33.5
set rmargin 4
set xlabel 'difference of test/accuracy, mean and 95 % interval over seeds (grey: within ± 0.010)' noenhanced
set xtics 0.02
set xrange [-0.06468353609:0.06855246324]
set yrange [0.4:25.6]
set ytics noenhanced ('avdigits, classificat…n: late-fusion' 25, 'avdigits, classification: pdmp' 24, 'avdigits, classificat… (worst leads)' 23, 'avdigits, classification: ogm' 22, 'avdigits, classification: mmpareto' 21, 'ravdess, classification: late-fusion' 20, 'ravdess, classification: pdmp' 19, 'ravdess, classificati… (worst leads)' 18, 'ravdess, classification: ogm' 17, 'ravdess, classification: mmpareto' 16, 'cub10, classification: late-fusion' 15, 'cub10, classification: pdmp' 14, 'cub10, classification… (worst leads)' 13, 'cub10, classification: ogm' 12, 'cub10, classification: mmpareto' 11, 'flickr8k, classificat…n: late-fusion' 10, 'flickr8k, classification: pdmp' 9, 'flickr8k, classificat… (worst leads)' 8, 'flickr8k, classification: ogm' 7, 'flickr8k, classification: mmpareto' 6, 'stamps, classification: late-fusion' 5, 'stamps, classification: pdmp' 4, 'stamps, classificatio… (worst leads)' 3, 'stamps, classification: ogm' 2, 'stamps, classification: mmpareto' 1)
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
