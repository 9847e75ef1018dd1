# Draws differences-test-accuracy (svg, png, pdf) from differences-test-accuracy.tsv: gnuplot differences-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-test-accuracy","kind":"differences","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"42683dfd3766daf7b77dcdccbb74c656c1d5ca4fe230810c1655338c93306c0f"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,1420 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,2840 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,29.58cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-test-accuracy.pdf'
}

set datafile separator tab
set title 'Paired differences to joint training; framed: significant after Holm' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.3651428571
set bmargin 8.05
set xrange [0.5:7.5]
set yrange [0.5:48.5]
set xtics rotate by 90 right noenhanced ('late-fusion' 1, 'pdmp' 2, 'ogm-ge' 3, 'agm' 4, 'cggm' 5, 'pmr' 6, 'mmpareto' 7)
set ytics noenhanced ('redundant, signal 0.25, scale 0.25' 48, 'redundant, signal 0.25, scale 0.5' 47, 'redundant, signal 0.25, scale 1.0' 46, 'redundant, signal 0.25, scale 2.0' 45, 'redundant, signal 0.5, scale 0.25' 44, 'redundant, signal 0.5, scale 0.5' 43, 'redundant, signal 0.5, scale 1.0' 42, 'redundant, signal 0.5, scale 2.0' 41, 'redundant, signal 0.75, scale 0.25' 40, 'redundant, signal 0.75, scale 0.5' 39, 'redundant, signal 0.75, scale 1.0' 38, 'redundant, signal 0.75, scale 2.0' 37, 'redundant, signal 1.0, scale 0.25' 36, 'redundant, signal 1.0, scale 0.5' 35, 'redundant, signal 1.0, scale 1.0' 34, 'redundant, signal 1.0, scale 2.0' 33, 'complementary, signal…25, scale 0.25' 32, 'complementary, signal….25, scale 0.5' 31, 'complementary, signal….25, scale 1.0' 30, 'complementary, signal….25, scale 2.0' 29, 'complementary, signal….5, scale 0.25' 28, 'complementary, signal 0.5, scale 0.5' 27, 'complementary, signal 0.5, scale 1.0' 26, 'complementary, signal 0.5, scale 2.0' 25, 'complementary, signal…75, scale 0.25' 24, 'complementary, signal….75, scale 0.5' 23, 'complementary, signal….75, scale 1.0' 22, 'complementary, signal….75, scale 2.0' 21, 'complementary, signal….0, scale 0.25' 20, 'complementary, signal 1.0, scale 0.5' 19, 'complementary, signal 1.0, scale 1.0' 18, 'complementary, signal 1.0, scale 2.0' 17, 'easy-but-weak, share 0.3, scale 0.25' 16, 'easy-but-weak, share 0.3, scale 0.5' 15, 'easy-but-weak, share 0.3, scale 1.0' 14, 'easy-but-weak, share 0.3, scale 2.0' 13, 'easy-but-weak, share 0.5, scale 0.25' 12, 'easy-but-weak, share 0.5, scale 0.5' 11, 'easy-but-weak, share 0.5, scale 1.0' 10, 'easy-but-weak, share 0.5, scale 2.0' 9, 'easy-but-weak, share 0.7, scale 0.25' 8, 'easy-but-weak, share 0.7, scale 0.5' 7, 'easy-but-weak, share 0.7, scale 1.0' 6, 'easy-but-weak, share 0.7, scale 2.0' 5, 'easy-but-weak, share 0.9, scale 0.25' 4, 'easy-but-weak, share 0.9, scale 0.5' 3, 'easy-but-weak, share 0.9, scale 1.0' 2, 'easy-but-weak, share 0.9, scale 2.0' 1)
set rmargin at screen 0.8868571429
set cblabel 'difference of test/accuracy' noenhanced offset 0.8
set cbrange [-0.0871875:0.0871875]
set cbtics scale 0.5
set palette defined (-1 '#D55E00', -0.5 '#F0B98F', 0 '#FFFFFF', 0.5 '#8FC1DE', 1 '#0072B2')
set label '+0.015' at first 1, first 48 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 2, first 48 center front noenhanced tc rgb '#000000'
set label '−0.043' at first 3, first 48 center front noenhanced tc rgb '#000000'
set label '0.000' at first 4, first 48 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 5, first 48 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 48 center front noenhanced tc rgb '#000000'
set label '+0.014' at first 7, first 48 center front noenhanced tc rgb '#000000'
set label '+0.013' at first 1, first 47 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 2, first 47 center front noenhanced tc rgb '#000000'
set label '−0.047' at first 3, first 47 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 4, first 47 center front noenhanced tc rgb '#000000'
set label '−0.013' at first 5, first 47 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 6, first 47 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 7, first 47 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 1, first 46 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 2, first 46 center front noenhanced tc rgb '#000000'
set label '−0.055' at first 3, first 46 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 4, first 46 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 5, first 46 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 6, first 46 center front noenhanced tc rgb '#000000'
set label '−0.006' at first 7, first 46 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 1, first 45 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 2, first 45 center front noenhanced tc rgb '#000000'
set label '−0.087' at first 3, first 45 center front noenhanced tc rgb '#FFFFFF'
set label '−0.007' at first 4, first 45 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 5, first 45 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 6, first 45 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 7, first 45 center front noenhanced tc rgb '#000000'
set label '+0.013' at first 1, first 44 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 2, first 44 center front noenhanced tc rgb '#000000'
set label '−0.028' at first 3, first 44 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 4, first 44 center front noenhanced tc rgb '#000000'
set label '−0.018' at first 5, first 44 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 6, first 44 center front noenhanced tc rgb '#000000'
set label '+0.007' at first 7, first 44 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 1, first 43 center front noenhanced tc rgb '#000000'
set label '0.000' at first 2, first 43 center front noenhanced tc rgb '#000000'
set label '−0.027' at first 3, first 43 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 4, first 43 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 5, first 43 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 6, first 43 center front noenhanced tc rgb '#000000'
set label '0.000' at first 7, first 43 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 1, first 42 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 2, first 42 center front noenhanced tc rgb '#000000'
set label '−0.033' at first 3, first 42 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 4, first 42 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 5, first 42 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 42 center front noenhanced tc rgb '#000000'
set label '0.000' at first 7, first 42 center front noenhanced tc rgb '#000000'
set label '+0.009' at first 1, first 41 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 2, first 41 center front noenhanced tc rgb '#000000'
set label '−0.039' at first 3, first 41 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 4, first 41 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 41 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 41 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 7, first 41 center front noenhanced tc rgb '#000000'
set label '+0.010' at first 1, first 40 center front noenhanced tc rgb '#000000'
set label '+0.008' at first 2, first 40 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 3, first 40 center front noenhanced tc rgb '#000000'
set label '0.000' at first 4, first 40 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 40 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 40 center front noenhanced tc rgb '#000000'
set label '+0.012' at first 7, first 40 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 1, first 39 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 2, first 39 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 3, first 39 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 4, first 39 center front noenhanced tc rgb '#000000'
set label '−0.013' at first 5, first 39 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 6, first 39 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 7, first 39 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 1, first 38 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 38 center front noenhanced tc rgb '#000000'
set label '−0.017' at first 3, first 38 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 4, first 38 center front noenhanced tc rgb '#000000'
set label '−0.013' at first 5, first 38 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 6, first 38 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 7, first 38 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 1, first 37 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 2, first 37 center front noenhanced tc rgb '#000000'
set label '−0.036' at first 3, first 37 center front noenhanced tc rgb '#000000'
set label '−0.020' at first 4, first 37 center front noenhanced tc rgb '#000000'
set label '−0.024' at first 5, first 37 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 6, first 37 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 7, first 37 center front noenhanced tc rgb '#000000'
set label '+0.007' at first 1, first 36 center front noenhanced tc rgb '#000000'
set label '+0.007' at first 2, first 36 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 3, first 36 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 4, first 36 center front noenhanced tc rgb '#000000'
set label '−0.006' at first 5, first 36 center front noenhanced tc rgb '#000000'
set label '+0.008' at first 6, first 36 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 7, first 36 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 1, first 35 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 2, first 35 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 3, first 35 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 4, first 35 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 5, first 35 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 6, first 35 center front noenhanced tc rgb '#000000'
set label '0.000' at first 7, first 35 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 1, first 34 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 2, first 34 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 3, first 34 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 4, first 34 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 5, first 34 center front noenhanced tc rgb '#000000'
set label '+0.007' at first 6, first 34 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 7, first 34 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 1, first 33 center front noenhanced tc rgb '#000000'
set label '0.000' at first 2, first 33 center front noenhanced tc rgb '#000000'
set label '−0.019' at first 3, first 33 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 4, first 33 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 33 center front noenhanced tc rgb '#000000'
set label '+0.007' at first 6, first 33 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 7, first 33 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 1, first 32 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 2, first 32 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 3, first 32 center front noenhanced tc rgb '#000000'
set label '0.000' at first 4, first 32 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 5, first 32 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 6, first 32 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 7, first 32 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 1, first 31 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 31 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 3, first 31 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 4, first 31 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 5, first 31 center front noenhanced tc rgb '#000000'
set label '+0.005' at first 6, first 31 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 7, first 31 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 1, first 30 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 2, first 30 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 3, first 30 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 4, first 30 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 5, first 30 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 30 center front noenhanced tc rgb '#000000'
set label '−0.012' at first 7, first 30 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 1, first 29 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 29 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 3, first 29 center front noenhanced tc rgb '#000000'
set label '−0.009' at first 4, first 29 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 5, first 29 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 6, first 29 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 7, first 29 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 1, first 28 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 28 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 3, first 28 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 4, first 28 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 5, first 28 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 6, first 28 center front noenhanced tc rgb '#000000'
set label '+0.005' at first 7, first 28 center front noenhanced tc rgb '#000000'
set label '−0.006' at first 1, first 27 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 2, first 27 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 3, first 27 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 4, first 27 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 5, first 27 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 27 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 7, first 27 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 1, first 26 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 2, first 26 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 3, first 26 center front noenhanced tc rgb '#000000'
set label '−0.006' at first 4, first 26 center front noenhanced tc rgb '#000000'
set label '−0.012' at first 5, first 26 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 6, first 26 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 7, first 26 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 1, first 25 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 2, first 25 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 3, first 25 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 4, first 25 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 5, first 25 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 6, first 25 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 7, first 25 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 1, first 24 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 24 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 3, first 24 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 4, first 24 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 24 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 6, first 24 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 7, first 24 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 1, first 23 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 2, first 23 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 3, first 23 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 4, first 23 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 5, first 23 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 6, first 23 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 7, first 23 center front noenhanced tc rgb '#000000'
set label '−0.018' at first 1, first 22 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 2, first 22 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 3, first 22 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 4, first 22 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 5, first 22 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 6, first 22 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 7, first 22 center front noenhanced tc rgb '#000000'
set label '−0.018' at first 1, first 21 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 2, first 21 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 3, first 21 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 4, first 21 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 5, first 21 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 21 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 7, first 21 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 1, first 20 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 2, first 20 center front noenhanced tc rgb '#000000'
set label '−0.006' at first 3, first 20 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 4, first 20 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 5, first 20 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 20 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 7, first 20 center front noenhanced tc rgb '#000000'
set label '−0.013' at first 1, first 19 center front noenhanced tc rgb '#000000'
set label '0.000' at first 2, first 19 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 3, first 19 center front noenhanced tc rgb '#000000'
set label '+0.005' at first 4, first 19 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 19 center front noenhanced tc rgb '#000000'
set label '+0.003' at first 6, first 19 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 7, first 19 center front noenhanced tc rgb '#000000'
set label '−0.016' at first 1, first 18 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 2, first 18 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 3, first 18 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 4, first 18 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 18 center front noenhanced tc rgb '#000000'
set label '+0.004' at first 6, first 18 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 7, first 18 center front noenhanced tc rgb '#000000'
set label '−0.025' at first 1, first 17 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 2, first 17 center front noenhanced tc rgb '#000000'
set label '−0.013' at first 3, first 17 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 4, first 17 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 17 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 6, first 17 center front noenhanced tc rgb '#000000'
set label '−0.020' at first 7, first 17 center front noenhanced tc rgb '#000000'
set label '+0.040' at first 1, first 16 center front noenhanced tc rgb '#000000'
set label '+0.061' at first 2, first 16 center front noenhanced tc rgb '#000000'
set label '−0.062' at first 3, first 16 center front noenhanced tc rgb '#000000'
set label '−0.023' at first 4, first 16 center front noenhanced tc rgb '#000000'
set label '−0.015' at first 5, first 16 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 6, first 16 center front noenhanced tc rgb '#000000'
set label '+0.080' at first 7, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '+0.023' at first 1, first 15 center front noenhanced tc rgb '#000000'
set label '+0.031' at first 2, first 15 center front noenhanced tc rgb '#000000'
set label '−0.076' at first 3, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '−0.019' at first 4, first 15 center front noenhanced tc rgb '#000000'
set label '−0.022' at first 5, first 15 center front noenhanced tc rgb '#000000'
set label '0.000' at first 6, first 15 center front noenhanced tc rgb '#000000'
set label '+0.051' at first 7, first 15 center front noenhanced tc rgb '#000000'
set label '+0.021' at first 1, first 14 center front noenhanced tc rgb '#000000'
set label '+0.024' at first 2, first 14 center front noenhanced tc rgb '#000000'
set label '−0.074' at first 3, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '−0.013' at first 4, first 14 center front noenhanced tc rgb '#000000'
set label '−0.013' at first 5, first 14 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 6, first 14 center front noenhanced tc rgb '#000000'
set label '+0.045' at first 7, first 14 center front noenhanced tc rgb '#000000'
set label '+0.023' at first 1, first 13 center front noenhanced tc rgb '#000000'
set label '+0.022' at first 2, first 13 center front noenhanced tc rgb '#000000'
set label '−0.084' at first 3, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '−0.014' at first 4, first 13 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 5, first 13 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 6, first 13 center front noenhanced tc rgb '#000000'
set label '+0.038' at first 7, first 13 center front noenhanced tc rgb '#000000'
set label '+0.063' at first 1, first 12 center front noenhanced tc rgb '#000000'
set label '+0.055' at first 2, first 12 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 3, first 12 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 4, first 12 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 5, first 12 center front noenhanced tc rgb '#000000'
set label '+0.018' at first 6, first 12 center front noenhanced tc rgb '#000000'
set label '+0.081' at first 7, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '+0.042' at first 1, first 11 center front noenhanced tc rgb '#000000'
set label '+0.032' at first 2, first 11 center front noenhanced tc rgb '#000000'
set label '−0.025' at first 3, first 11 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 4, first 11 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 5, first 11 center front noenhanced tc rgb '#000000'
set label '+0.008' at first 6, first 11 center front noenhanced tc rgb '#000000'
set label '+0.058' at first 7, first 11 center front noenhanced tc rgb '#000000'
set label '+0.031' at first 1, first 10 center front noenhanced tc rgb '#000000'
set label '+0.022' at first 2, first 10 center front noenhanced tc rgb '#000000'
set label '−0.035' at first 3, first 10 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 4, first 10 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 5, first 10 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 6, first 10 center front noenhanced tc rgb '#000000'
set label '+0.044' at first 7, first 10 center front noenhanced tc rgb '#000000'
set label '+0.030' at first 1, first 9 center front noenhanced tc rgb '#000000'
set label '+0.016' at first 2, first 9 center front noenhanced tc rgb '#000000'
set label '−0.041' at first 3, first 9 center front noenhanced tc rgb '#000000'
set label '−0.014' at first 4, first 9 center front noenhanced tc rgb '#000000'
set label '−0.015' at first 5, first 9 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 6, first 9 center front noenhanced tc rgb '#000000'
set label '+0.039' at first 7, first 9 center front noenhanced tc rgb '#000000'
set label '+0.076' at first 1, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '+0.041' at first 2, first 8 center front noenhanced tc rgb '#000000'
set label '+0.035' at first 3, first 8 center front noenhanced tc rgb '#000000'
set label '+0.008' at first 4, first 8 center front noenhanced tc rgb '#000000'
set label '−0.006' at first 5, first 8 center front noenhanced tc rgb '#000000'
set label '+0.040' at first 6, first 8 center front noenhanced tc rgb '#000000'
set label '+0.069' at first 7, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '+0.055' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '+0.024' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '+0.012' at first 3, first 7 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 4, first 7 center front noenhanced tc rgb '#000000'
set label '−0.007' at first 5, first 7 center front noenhanced tc rgb '#000000'
set label '+0.028' at first 6, first 7 center front noenhanced tc rgb '#000000'
set label '+0.058' at first 7, first 7 center front noenhanced tc rgb '#000000'
set label '+0.039' at first 1, first 6 center front noenhanced tc rgb '#000000'
set label '+0.016' at first 2, first 6 center front noenhanced tc rgb '#000000'
set label '−0.002' at first 3, first 6 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 4, first 6 center front noenhanced tc rgb '#000000'
set label '−0.011' at first 5, first 6 center front noenhanced tc rgb '#000000'
set label '+0.018' at first 6, first 6 center front noenhanced tc rgb '#000000'
set label '+0.044' at first 7, first 6 center front noenhanced tc rgb '#000000'
set label '+0.039' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '+0.008' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 3, first 5 center front noenhanced tc rgb '#000000'
set label '−0.003' at first 4, first 5 center front noenhanced tc rgb '#000000'
set label '−0.012' at first 5, first 5 center front noenhanced tc rgb '#000000'
set label '+0.012' at first 6, first 5 center front noenhanced tc rgb '#000000'
set label '+0.042' at first 7, first 5 center front noenhanced tc rgb '#000000'
set label '+0.050' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '−0.005' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '+0.011' at first 3, first 4 center front noenhanced tc rgb '#000000'
set label '+0.005' at first 4, first 4 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 5, first 4 center front noenhanced tc rgb '#000000'
set label '+0.019' at first 6, first 4 center front noenhanced tc rgb '#000000'
set label '+0.024' at first 7, first 4 center front noenhanced tc rgb '#000000'
set label '+0.042' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '−0.010' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '+0.008' at first 3, first 3 center front noenhanced tc rgb '#000000'
set label '+0.006' at first 4, first 3 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 5, first 3 center front noenhanced tc rgb '#000000'
set label '+0.023' at first 6, first 3 center front noenhanced tc rgb '#000000'
set label '+0.027' at first 7, first 3 center front noenhanced tc rgb '#000000'
set label '+0.035' at first 1, first 2 center front noenhanced tc rgb '#000000'
set label '−0.008' at first 2, first 2 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 3, first 2 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 4, first 2 center front noenhanced tc rgb '#000000'
set label '+0.001' at first 5, first 2 center front noenhanced tc rgb '#000000'
set label '+0.019' at first 6, first 2 center front noenhanced tc rgb '#000000'
set label '+0.027' at first 7, first 2 center front noenhanced tc rgb '#000000'
set label '+0.030' at first 1, first 1 center front noenhanced tc rgb '#000000'
set label '−0.004' at first 2, first 1 center front noenhanced tc rgb '#000000'
set label '−0.001' at first 3, first 1 center front noenhanced tc rgb '#000000'
set label '+0.002' at first 4, first 1 center front noenhanced tc rgb '#000000'
set label '0.000' at first 5, first 1 center front noenhanced tc rgb '#000000'
set label '+0.018' at first 6, first 1 center front noenhanced tc rgb '#000000'
set label '+0.028' at first 7, first 1 center front noenhanced tc rgb '#000000'
set object 1 rectangle from first 2.54, first 47.57 to first 3.46, first 48.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 2.54, first 46.57 to first 3.46, first 47.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 2.54, first 45.57 to first 3.46, first 46.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 2.54, first 44.57 to first 3.46, first 45.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 5 rectangle from first 2.54, first 43.57 to first 3.46, first 44.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 6 rectangle from first 2.54, first 42.57 to first 3.46, first 43.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 7 rectangle from first 2.54, first 41.57 to first 3.46, first 42.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 8 rectangle from first 2.54, first 38.57 to first 3.46, first 39.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 9 rectangle from first 2.54, first 36.57 to first 3.46, first 37.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 10 rectangle from first 5.54, first 35.57 to first 6.46, first 36.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 11 rectangle from first 0.54, first 23.57 to first 1.46, first 24.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 12 rectangle from first 0.54, first 16.57 to first 1.46, first 17.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 13 rectangle from first 0.54, first 15.57 to first 1.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 14 rectangle from first 1.54, first 15.57 to first 2.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 15 rectangle from first 2.54, first 15.57 to first 3.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 16 rectangle from first 3.54, first 15.57 to first 4.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 17 rectangle from first 4.54, first 15.57 to first 5.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 18 rectangle from first 6.54, first 15.57 to first 7.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 19 rectangle from first 1.54, first 14.57 to first 2.46, first 15.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 20 rectangle from first 2.54, first 14.57 to first 3.46, first 15.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 21 rectangle from first 3.54, first 14.57 to first 4.46, first 15.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 22 rectangle from first 6.54, first 14.57 to first 7.46, first 15.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 23 rectangle from first 0.54, first 13.57 to first 1.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 24 rectangle from first 1.54, first 13.57 to first 2.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 25 rectangle from first 2.54, first 13.57 to first 3.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 26 rectangle from first 6.54, first 13.57 to first 7.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 27 rectangle from first 0.54, first 12.57 to first 1.46, first 13.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 28 rectangle from first 1.54, first 12.57 to first 2.46, first 13.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 29 rectangle from first 2.54, first 12.57 to first 3.46, first 13.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 30 rectangle from first 6.54, first 12.57 to first 7.46, first 13.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 31 rectangle from first 0.54, first 11.57 to first 1.46, first 12.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 32 rectangle from first 1.54, first 11.57 to first 2.46, first 12.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 33 rectangle from first 6.54, first 11.57 to first 7.46, first 12.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 34 rectangle from first 0.54, first 10.57 to first 1.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 35 rectangle from first 1.54, first 10.57 to first 2.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 36 rectangle from first 2.54, first 10.57 to first 3.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 37 rectangle from first 6.54, first 10.57 to first 7.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 38 rectangle from first 0.54, first 9.57 to first 1.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 39 rectangle from first 1.54, first 9.57 to first 2.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 40 rectangle from first 2.54, first 9.57 to first 3.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 41 rectangle from first 3.54, first 9.57 to first 4.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 42 rectangle from first 6.54, first 9.57 to first 7.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 43 rectangle from first 0.54, first 8.57 to first 1.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 44 rectangle from first 1.54, first 8.57 to first 2.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 45 rectangle from first 2.54, first 8.57 to first 3.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 46 rectangle from first 3.54, first 8.57 to first 4.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 47 rectangle from first 6.54, first 8.57 to first 7.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 48 rectangle from first 0.54, first 7.57 to first 1.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 49 rectangle from first 1.54, first 7.57 to first 2.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 50 rectangle from first 2.54, first 7.57 to first 3.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 51 rectangle from first 5.54, first 7.57 to first 6.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 52 rectangle from first 6.54, first 7.57 to first 7.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 53 rectangle from first 0.54, first 6.57 to first 1.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 54 rectangle from first 1.54, first 6.57 to first 2.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 55 rectangle from first 5.54, first 6.57 to first 6.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 56 rectangle from first 6.54, first 6.57 to first 7.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 57 rectangle from first 0.54, first 5.57 to first 1.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 58 rectangle from first 1.54, first 5.57 to first 2.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 59 rectangle from first 5.54, first 5.57 to first 6.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 60 rectangle from first 6.54, first 5.57 to first 7.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 61 rectangle from first 0.54, first 4.57 to first 1.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 62 rectangle from first 6.54, first 4.57 to first 7.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 63 rectangle from first 0.54, first 3.57 to first 1.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 64 rectangle from first 5.54, first 3.57 to first 6.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 65 rectangle from first 6.54, first 3.57 to first 7.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 66 rectangle from first 0.54, first 2.57 to first 1.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 67 rectangle from first 1.54, first 2.57 to first 2.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 68 rectangle from first 5.54, first 2.57 to first 6.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 69 rectangle from first 6.54, first 2.57 to first 7.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 70 rectangle from first 0.54, first 1.57 to first 1.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 71 rectangle from first 5.54, first 1.57 to first 6.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 72 rectangle from first 6.54, first 1.57 to first 7.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 73 rectangle from first 0.54, first 0.5700000000000001 to first 1.46, first 1.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 74 rectangle from first 5.54, first 0.5700000000000001 to first 6.46, first 1.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 75 rectangle from first 6.54, first 0.5700000000000001 to first 7.46, first 1.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'differences-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
