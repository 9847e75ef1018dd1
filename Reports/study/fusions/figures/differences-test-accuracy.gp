# Draws differences-test-accuracy (svg, png, pdf) from differences-test-accuracy.tsv: gnuplot differences-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-accuracy","kind":"differences","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"da01ba6bcfe6f7e7fd0e12f26cec9729b2fa189e65af8ad57ce0f36db1a859dc"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,1058 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,2116 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,22.04cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
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
set xtics 0.05
set xrange [-0.107572069:0.1230942566]
set yrange [0.4:36.6]
set ytics noenhanced ('easy-but-weak, concat: ogm-ge' 36, 'easy-but-weak, concat: pdmp' 35, 'easy-but-weak, sum: ogm-ge' 34, 'easy-but-weak, sum: pdmp' 33, 'easy-but-weak, film: ogm-ge' 32, 'easy-but-weak, film: pdmp' 31, 'easy-but-weak, bilinear: ogm-ge' 30, 'easy-but-weak, bilinear: pdmp' 29, 'easy-but-weak, gated (first): ogm-ge' 28, 'easy-but-weak, gated (first): pdmp' 27, 'easy-but-weak, gated (last): ogm-ge' 26, 'easy-but-weak, gated (last): pdmp' 25, 'easy-but-weak, attention: ogm-ge' 24, 'easy-but-weak, attention: pdmp' 23, 'easy-but-weak, cross-…ention: ogm-ge' 22, 'easy-but-weak, cross-attention: pdmp' 21, 'easy-but-weak, late-logits: ogm-ge' 20, 'easy-but-weak, late-logits: pdmp' 19, 'image-text, concat: ogm-ge' 18, 'image-text, concat: pdmp' 17, 'image-text, sum: ogm-ge' 16, 'image-text, sum: pdmp' 15, 'image-text, film: ogm-ge' 14, 'image-text, film: pdmp' 13, 'image-text, bilinear: ogm-ge' 12, 'image-text, bilinear: pdmp' 11, 'image-text, gated (first): ogm-ge' 10, 'image-text, gated (first): pdmp' 9, 'image-text, gated (last): ogm-ge' 8, 'image-text, gated (last): pdmp' 7, 'image-text, attention: ogm-ge' 6, 'image-text, attention: pdmp' 5, 'image-text, cross-attention: ogm-ge' 4, 'image-text, cross-attention: pdmp' 3, 'image-text, late-logits: ogm-ge' 2, 'image-text, late-logits: pdmp' 1)
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
