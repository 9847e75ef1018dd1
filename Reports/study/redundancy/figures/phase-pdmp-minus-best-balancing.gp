# Draws phase-pdmp-minus-best-balancing (svg, png, pdf) from phase-pdmp-minus-best-balancing.tsv: gnuplot phase-pdmp-minus-best-balancing.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"phase-pdmp-minus-best-balancing","kind":"phase","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"5b0f85d06636687cbd53668a07b7fd085db54330ad2497343ebbff2a03505a61"}
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
set colorbox vertical user origin 0.6507428571, 0.2519083969 size 0.01714285714, 0.5496183206
set multiplot title 'pdmp minus best balancing: test/accuracy' noenhanced
set label 'p < 0.05 (Holm, this diagram)' at screen 0.08502857143, screen 0.04885496183 left point pt 6 ps 0.55 lw 1.2 lc rgb '#000000' offset char 0.8, 0 font ',7'
set lmargin at screen 0.08502857143
set rmargin at screen 0.6336
set tmargin at screen 0.8015267176
set bmargin at screen 0.2519083969
set title '' noenhanced offset 0, -0.6
set xlabel 'redundancy, uniqueness' noenhanced offset 0, 0.4
set ylabel 'snr of b' noenhanced
set xrange [0.5:4.5]
set yrange [0.5:4.5]
set xtics norotate noenhanced ('0.1, 0.45' 1, '0.4, 0.3' 2, '0.7, 0.15' 3, '1, 0' 4)
set ytics noenhanced ('0.25' 1, '0.5' 2, '0.75' 3, '1' 4)
set label '−0.008' at first 1, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '+0.004' at first 1, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '0.000' at first 1, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '+0.005' at first 1, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
set label '0.000' at first 2, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−0.004' at first 2, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '0.000' at first 2, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '+0.002' at first 2, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−0.005' at first 3, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−0.006' at first 3, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−0.007' at first 3, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−0.024' at first 3, first 4.16 center front noenhanced font ',6.5' tc rgb '#000000'
set label '' at first 3, first 3.74 front point pt 6 ps 0.55 lw 1.2 lc rgb '#000000'
set label '+0.007' at first 4, first 1 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−0.001' at first 4, first 2 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−0.007' at first 4, first 3 center front noenhanced font ',6.5' tc rgb '#000000'
set label '−0.004' at first 4, first 4 center front noenhanced font ',6.5' tc rgb '#000000'
plot 'phase-pdmp-minus-best-balancing.tsv' index 0 using ($1+1):($2+1):(0.48):(0.48):3 with boxxyerror fs solid 1 border rgb '#C8C8C8' lw 0.5 fc palette
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
