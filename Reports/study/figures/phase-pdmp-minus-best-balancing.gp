# Draws phase-pdmp-minus-best-balancing (svg, png, pdf) from phase-pdmp-minus-best-balancing.tsv: gnuplot phase-pdmp-minus-best-balancing.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"phase-pdmp-minus-best-balancing","kind":"phase","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"d013a814dcc7f9d43034fc6149998f42b583c880d00720f22e4c58b7408c33f7"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,314 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'phase-pdmp-minus-best-balancing.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,629 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'phase-pdmp-minus-best-balancing.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,6.55cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'phase-pdmp-minus-best-balancing.pdf'
}

set datafile separator tab
unset key
set border 0
set tics nomirror scale 0
set palette defined (-1 '#D55E00', -0.5 '#F0B98F', 0 '#FFFFFF', 0.5 '#8FC1DE', 1 '#0072B2')
set palette maxcolors 9
set cbrange [-0.045:0.045]
set cbtics 0.01 scale 0
set cblabel 'difference of test/accuracy' noenhanced offset 0.5
set colorbox vertical user origin 0.8885714286, 0.2519083969 size 0.01714285714, 0.5496183206
set multiplot title 'pdmp minus best balancing: test/accuracy' noenhanced
set label 'p < 0.05 (Holm, whole report)' at screen 0.08502857143, screen 0.04885496183 left point pt 7 ps 0.55 lw 1.2 lc rgb '#000000' offset char 0.8, 0 font ',7'
set label 'p < 0.05 (Holm, this diagram)' at screen 0.3478857143, screen 0.04885496183 left point pt 6 ps 0.55 lw 1.2 lc rgb '#000000' offset char 0.8, 0 font ',7'
set lmargin at screen 0.08502857143
set rmargin at screen 0.2847619048
set tmargin at screen 0.8015267176
set bmargin at screen 0.2519083969
set title 'redundant' noenhanced offset 0, -0.6
set xlabel 'scale of a' noenhanced offset 0, 0.4
set ylabel 'snr of b' noenhanced
set xrange [0.5:4.5]
set yrange [0.5:4.5]
set xtics norotate noenhanced ('0.25' 1, '0.5' 2, '1' 3, '2' 4)
set ytics noenhanced ('0.25' 1, '0.5' 2, '0.75' 3, '1' 4)
set label '−.009' at first 1, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '+.007' at first 2, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '+.002' at first 3, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.003' at first 4, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.004' at first 1, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.002' at first 2, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.005' at first 3, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.006' at first 4, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.004' at first 1, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.001' at first 2, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.006' at first 3, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.004' at first 4, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '+.001' at first 1, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.003' at first 2, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.008' at first 3, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.007' at first 4, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
plot 'phase-pdmp-minus-best-balancing.tsv' index 0 using ($1+1):($2+1):(0.48):(0.48):3 with boxxyerror fs solid 1 border rgb '#C8C8C8' lw 0.5 fc palette
unset label
unset colorbox
unset object
set lmargin at screen 0.3783619048
set rmargin at screen 0.5780952381
set tmargin at screen 0.8015267176
set bmargin at screen 0.2519083969
set title 'complementary' noenhanced offset 0, -0.6
set xlabel 'scale of a' noenhanced offset 0, 0.4
set ylabel 'snr of b' noenhanced
set xrange [0.5:4.5]
set yrange [0.5:4.5]
set xtics norotate noenhanced ('0.25' 1, '0.5' 2, '1' 3, '2' 4)
set ytics noenhanced ('0.25' 1, '0.5' 2, '0.75' 3, '1' 4)
set label '+.002' at first 1, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.002' at first 2, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.013' at first 3, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.006' at first 4, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.009' at first 1, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.001' at first 2, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.012' at first 3, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.009' at first 4, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.002' at first 1, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.004' at first 2, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.007' at first 3, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.011' at first 4, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.005' at first 1, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.003' at first 2, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.007' at first 3, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−.006' at first 4, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
plot 'phase-pdmp-minus-best-balancing.tsv' index 1 using ($1+1):($2+1):(0.48):(0.48):3 with boxxyerror fs solid 1 border rgb '#C8C8C8' lw 0.5 fc palette
unset label
unset colorbox
unset object
set lmargin at screen 0.6716952381
set rmargin at screen 0.8714285714
set tmargin at screen 0.8015267176
set bmargin at screen 0.2519083969
set title 'easy-but-weak' noenhanced offset 0, -0.6
set xlabel 'scale of a' noenhanced offset 0, 0.4
set ylabel 'easyShare' noenhanced
set xrange [0.5:4.5]
set yrange [0.5:4.5]
set xtics norotate noenhanced ('0.25' 1, '0.5' 2, '1' 3, '2' 4)
set ytics noenhanced ('0.3' 1, '0.5' 2, '0.7' 3, '0.9' 4)
set label '−.018' at first 1, first 1.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 1, first 0.74 front point pt 6 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.020' at first 2, first 1.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 2, first 0.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.021' at first 3, first 1.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 3, first 0.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.016' at first 4, first 1.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 4, first 0.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.026' at first 1, first 2.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 1, first 1.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.026' at first 2, first 2.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 2, first 1.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.022' at first 3, first 2.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 3, first 1.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.024' at first 4, first 2.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 4, first 1.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.028' at first 1, first 3.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 1, first 2.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.033' at first 2, first 3.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 2, first 2.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.029' at first 3, first 3.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 3, first 2.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.034' at first 4, first 3.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 4, first 2.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.028' at first 1, first 4.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 1, first 3.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.038' at first 2, first 4.16 center front noenhanced font ',6.5' tc rgb '#FFFFFF'
set label '' at first 2, first 3.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#FFFFFF'
set label '−.034' at first 3, first 4.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 3, first 3.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
set label '−.032' at first 4, first 4.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 4, first 3.74 front point pt 7 ps 0.55 lw 1.2 lc rgb '#000000'
plot 'phase-pdmp-minus-best-balancing.tsv' index 2 using ($1+1):($2+1):(0.48):(0.48):3 with boxxyerror fs solid 1 border rgb '#C8C8C8' lw 0.5 fc palette
unset label
unset colorbox
unset object
unset multiplot

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'phase-pdmp-minus-best-balancing.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
