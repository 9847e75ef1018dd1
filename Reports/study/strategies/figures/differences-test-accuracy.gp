# Draws differences-test-accuracy (svg, png, pdf) from differences-test-accuracy.tsv: gnuplot differences-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-accuracy","kind":"differences","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"d3db9517200445a3687788159c024993b41f6e56b28fb6abd8fd5bbd3bec1696"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,924 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1847 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,19.24cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-test-accuracy.pdf'
}

set datafile separator tab
set title 'Paired differences to joint training; framed: significant after Holm' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.2828571429
set bmargin 5.9
set xrange [0.5:5.5]
set yrange [0.5:27.5]
set xtics rotate by -30 noenhanced ('easy-but-weak' 1, 'redundant' 2, 'complementary' 3, 'image-text' 4, 'video-audio' 5)
set ytics noenhanced ('pdmp (defaults)' 27, 'pdmp (worst leads)' 26, 'pdmp + aux' 25, 'late-fusion (tuned)' 24, 'pdmp (tuned)' 23, 'agm (tuned)' 22, 'amco (tuned)' 21, 'arl (tuned)' 20, 'cggm (tuned)' 19, 'cml (tuned)' 18, 'dgl (tuned)' 17, 'diagnosing-relearning (tuned)' 16, 'gradient-blending (tuned)' 15, 'greedy (tuned)' 14, 'inforeg (tuned)' 13, 'lfm (tuned)' 12, 'mbsd (tuned)' 11, 'mla (tuned)' 10, 'mmcosine (tuned)' 9, 'mmpareto (tuned)' 8, 'ogm (tuned)' 7, 'ogm-ge (tuned)' 6, 'opm (tuned)' 5, 'pmr (tuned)' 4, 'reconboost (tuned)' 3, 'umt (tuned)' 2, 'valuation (tuned)' 1)
set rmargin at screen 0.8868571429
set cblabel 'difference of test/accuracy' noenhanced offset 0.8
set cbrange [-0.12578125:0.12578125]
set cbtics scale 0.5
set palette defined (-1 '#D55E00', -0.5 '#F0B98F', 0 '#FFFFFF', 0.5 '#8FC1DE', 1 '#0072B2')
set label '+0.020' at first 1, first 27 center front noenhanced tc rgb '#000000'
set label '0.000' at first 2, first 27 center front noenhanced tc rgb '#000000'
set label '−0.015' at first 3, first 27 center front noenhanced tc rgb '#000000'
set label '+0.043' at first 4, first 27 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 5, first 27 center front noenhanced tc rgb '#000000'
set label '−0.036' at first 1, first 26 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 26 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 3, first 26 center front noenhanced tc rgb '#000000'
set label '−0.083' at first 4, first 26 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 5, first 26 center front noenhanced tc rgb '#000000'
set label '+0.059' at first 1, first 25 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 2, first 25 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 3, first 25 center front noenhanced tc rgb '#000000'
set label '+0.051' at first 4, first 25 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 5, first 25 center front noenhanced tc rgb '#000000'
set label '+0.060' at first 1, first 24 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 2, first 24 center front noenhanced tc rgb '#000000'
set label '−0.022' at first 3, first 24 center front noenhanced tc rgb '#000000'
set label '+0.012' at first 4, first 24 center front noenhanced tc rgb '#000000'
set label '−0.019' at first 5, first 24 center front noenhanced tc rgb '#000000'
set label '+0.028' at first 1, first 23 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 2, first 23 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 3, first 23 center front noenhanced tc rgb '#000000'
set label '+0.027' at first 4, first 23 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 23 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 1, first 22 center front noenhanced tc rgb '#000000'
set label '0.000' at first 2, first 22 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 3, first 22 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 4, first 22 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 5, first 22 center front noenhanced tc rgb '#000000'
set label '+0.071' at first 1, first 21 center front noenhanced tc rgb '#000000'
set label '−0.012' at first 2, first 21 center front noenhanced tc rgb '#000000'
set label '−0.017' at first 3, first 21 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 4, first 21 center front noenhanced tc rgb '#000000'
set label '−0.021' at first 5, first 21 center front noenhanced tc rgb '#000000'
set label '+0.055' at first 1, first 20 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 2, first 20 center front noenhanced tc rgb '#000000'
set label '−0.021' at first 3, first 20 center front noenhanced tc rgb '#000000'
set label '+0.025' at first 4, first 20 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 20 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 1, first 19 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 2, first 19 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 3, first 19 center front noenhanced tc rgb '#000000'
set label '−0.022' at first 4, first 19 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 5, first 19 center front noenhanced tc rgb '#000000'
set label '+0.044' at first 1, first 18 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 2, first 18 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 3, first 18 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 4, first 18 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 5, first 18 center front noenhanced tc rgb '#000000'
set label '+0.067' at first 1, first 17 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 17 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 3, first 17 center front noenhanced tc rgb '#000000'
set label '+0.013' at first 4, first 17 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 5, first 17 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 1, first 16 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 2, first 16 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 3, first 16 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 4, first 16 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 16 center front noenhanced tc rgb '#000000'
set label '+0.041' at first 1, first 15 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 2, first 15 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 3, first 15 center front noenhanced tc rgb '#000000'
set label '+0.017' at first 4, first 15 center front noenhanced tc rgb '#000000'
set label '−0.030' at first 5, first 15 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 1, first 14 center front noenhanced tc rgb '#000000'
set label '+0.013' at first 2, first 14 center front noenhanced tc rgb '#000000'
set label '+0.024' at first 3, first 14 center front noenhanced tc rgb '#000000'
set label '−0.030' at first 4, first 14 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 5, first 14 center front noenhanced tc rgb '#000000'
set label '+0.050' at first 1, first 13 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 2, first 13 center front noenhanced tc rgb '#000000'
set label '−0.019' at first 3, first 13 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 4, first 13 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 13 center front noenhanced tc rgb '#000000'
set label '+0.029' at first 1, first 12 center front noenhanced tc rgb '#000000'
set label '+0.007' at first 2, first 12 center front noenhanced tc rgb '#000000'
set label '+0.010' at first 3, first 12 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 4, first 12 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 5, first 12 center front noenhanced tc rgb '#000000'
set label '+0.046' at first 1, first 11 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 2, first 11 center front noenhanced tc rgb '#000000'
set label '−0.038' at first 3, first 11 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 4, first 11 center front noenhanced tc rgb '#000000'
set label '−0.013' at first 5, first 11 center front noenhanced tc rgb '#000000'
set label '+0.074' at first 1, first 10 center front noenhanced tc rgb '#000000'
set label '+0.009' at first 2, first 10 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 3, first 10 center front noenhanced tc rgb '#000000'
set label '+0.013' at first 4, first 10 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 10 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 1, first 9 center front noenhanced tc rgb '#000000'
set label '+0.021' at first 2, first 9 center front noenhanced tc rgb '#000000'
set label '+0.040' at first 3, first 9 center front noenhanced tc rgb '#000000'
set label '+0.023' at first 4, first 9 center front noenhanced tc rgb '#000000'
set label '−0.037' at first 5, first 9 center front noenhanced tc rgb '#000000'
set label '+0.062' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '−0.012' at first 2, first 8 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 3, first 8 center front noenhanced tc rgb '#000000'
set label '+0.009' at first 4, first 8 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 8 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 3, first 7 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 4, first 7 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 7 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 1, first 6 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 2, first 6 center front noenhanced tc rgb '#000000'
set label '0.000' at first 3, first 6 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 4, first 6 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 6 center front noenhanced tc rgb '#000000'
set label '+0.033' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 3, first 5 center front noenhanced tc rgb '#000000'
set label '−0.018' at first 4, first 5 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 5 center front noenhanced tc rgb '#000000'
set label '+0.039' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '+0.005' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 3, first 4 center front noenhanced tc rgb '#000000'
set label '0.000' at first 4, first 4 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 4 center front noenhanced tc rgb '#000000'
set label '+0.058' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '−0.038' at first 3, first 3 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 4, first 3 center front noenhanced tc rgb '#000000'
set label '−0.126' at first 5, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '+0.052' at first 1, first 2 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 2, first 2 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 3, first 2 center front noenhanced tc rgb '#000000'
set label '+0.054' at first 4, first 2 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 5, first 2 center front noenhanced tc rgb '#000000'
set label '+0.042' at first 1, first 1 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 2, first 1 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 3, first 1 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 4, first 1 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 1 center front noenhanced tc rgb '#000000'
set object 1 rectangle from first 0.54, first 26.57 to first 1.46, first 27.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 0.54, first 25.57 to first 1.46, first 26.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 0.54, first 24.57 to first 1.46, first 25.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 0.54, first 23.57 to first 1.46, first 24.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 5 rectangle from first 0.54, first 22.57 to first 1.46, first 23.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 6 rectangle from first 0.54, first 20.57 to first 1.46, first 21.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 7 rectangle from first 0.54, first 19.57 to first 1.46, first 20.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 8 rectangle from first 0.54, first 17.57 to first 1.46, first 18.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 9 rectangle from first 0.54, first 16.57 to first 1.46, first 17.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 10 rectangle from first 0.54, first 14.57 to first 1.46, first 15.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 11 rectangle from first 0.54, first 13.57 to first 1.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 12 rectangle from first 0.54, first 12.57 to first 1.46, first 13.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 13 rectangle from first 0.54, first 11.57 to first 1.46, first 12.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 14 rectangle from first 0.54, first 10.57 to first 1.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 15 rectangle from first 0.54, first 9.57 to first 1.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 16 rectangle from first 0.54, first 7.57 to first 1.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 17 rectangle from first 0.54, first 4.57 to first 1.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 18 rectangle from first 0.54, first 3.57 to first 1.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 19 rectangle from first 0.54, first 2.57 to first 1.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 20 rectangle from first 0.54, first 1.57 to first 1.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 21 rectangle from first 0.54, first 0.5700000000000001 to first 1.46, first 1.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 22 rectangle from first 1.54, first 8.57 to first 2.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 23 rectangle from first 2.54, first 26.57 to first 3.46, first 27.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 24 rectangle from first 2.54, first 23.57 to first 3.46, first 24.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 25 rectangle from first 2.54, first 20.57 to first 3.46, first 21.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 26 rectangle from first 2.54, first 19.57 to first 3.46, first 20.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 27 rectangle from first 2.54, first 13.57 to first 3.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 28 rectangle from first 2.54, first 10.57 to first 3.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 29 rectangle from first 2.54, first 8.57 to first 3.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 30 rectangle from first 3.54, first 26.57 to first 4.46, first 27.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 31 rectangle from first 3.54, first 25.57 to first 4.46, first 26.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 32 rectangle from first 3.54, first 24.57 to first 4.46, first 25.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 33 rectangle from first 3.54, first 1.57 to first 4.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 34 rectangle from first 4.54, first 2.57 to first 5.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'differences-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
