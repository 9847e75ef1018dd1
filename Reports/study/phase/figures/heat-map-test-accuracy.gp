# Draws heat-map-test-accuracy (svg, png, pdf) from heat-map-test-accuracy.tsv: gnuplot heat-map-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-accuracy","kind":"heat-map","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"4db08ecf139beb91a20258c829492366fee79d713499a40aca8f8efe5f538920"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,1463 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,2926 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,30.48cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean test/accuracy; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.3651428571
set bmargin 10.8
set xrange [0.5:11.5]
set yrange [0.5:48.5]
set xtics rotate by 90 right noenhanced ('joint' 1, 'joint (rate × 2)' 2, 'unimodal (a)' 3, 'unimodal (b)' 4, 'late-fusion' 5, 'pdmp' 6, 'ogm-ge' 7, 'agm' 8, 'cggm' 9, 'pmr' 10, 'mmpareto' 11)
set ytics noenhanced ('redundant, signal 0.25, scale 0.25' 48, 'redundant, signal 0.25, scale 0.5' 47, 'redundant, signal 0.25, scale 1.0' 46, 'redundant, signal 0.25, scale 2.0' 45, 'redundant, signal 0.5, scale 0.25' 44, 'redundant, signal 0.5, scale 0.5' 43, 'redundant, signal 0.5, scale 1.0' 42, 'redundant, signal 0.5, scale 2.0' 41, 'redundant, signal 0.75, scale 0.25' 40, 'redundant, signal 0.75, scale 0.5' 39, 'redundant, signal 0.75, scale 1.0' 38, 'redundant, signal 0.75, scale 2.0' 37, 'redundant, signal 1.0, scale 0.25' 36, 'redundant, signal 1.0, scale 0.5' 35, 'redundant, signal 1.0, scale 1.0' 34, 'redundant, signal 1.0, scale 2.0' 33, 'complementary, signal…25, scale 0.25' 32, 'complementary, signal….25, scale 0.5' 31, 'complementary, signal….25, scale 1.0' 30, 'complementary, signal….25, scale 2.0' 29, 'complementary, signal….5, scale 0.25' 28, 'complementary, signal 0.5, scale 0.5' 27, 'complementary, signal 0.5, scale 1.0' 26, 'complementary, signal 0.5, scale 2.0' 25, 'complementary, signal…75, scale 0.25' 24, 'complementary, signal….75, scale 0.5' 23, 'complementary, signal….75, scale 1.0' 22, 'complementary, signal….75, scale 2.0' 21, 'complementary, signal….0, scale 0.25' 20, 'complementary, signal 1.0, scale 0.5' 19, 'complementary, signal 1.0, scale 1.0' 18, 'complementary, signal 1.0, scale 2.0' 17, 'easy-but-weak, share 0.3, scale 0.25' 16, 'easy-but-weak, share 0.3, scale 0.5' 15, 'easy-but-weak, share 0.3, scale 1.0' 14, 'easy-but-weak, share 0.3, scale 2.0' 13, 'easy-but-weak, share 0.5, scale 0.25' 12, 'easy-but-weak, share 0.5, scale 0.5' 11, 'easy-but-weak, share 0.5, scale 1.0' 10, 'easy-but-weak, share 0.5, scale 2.0' 9, 'easy-but-weak, share 0.7, scale 0.25' 8, 'easy-but-weak, share 0.7, scale 0.5' 7, 'easy-but-weak, share 0.7, scale 1.0' 6, 'easy-but-weak, share 0.7, scale 2.0' 5, 'easy-but-weak, share 0.9, scale 0.25' 4, 'easy-but-weak, share 0.9, scale 0.5' 3, 'easy-but-weak, share 0.9, scale 1.0' 2, 'easy-but-weak, share 0.9, scale 2.0' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/accuracy' noenhanced offset 0.8
set cbrange [0.145375:0.9780625]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set object 1 rectangle from first 2.54, first 47.57 to first 3.46, first 48.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 4.54, first 46.57 to first 5.46, first 47.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 2.54, first 45.57 to first 3.46, first 46.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 2.54, first 44.57 to first 3.46, first 45.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 5 rectangle from first 4.54, first 43.57 to first 5.46, first 44.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 6 rectangle from first 4.54, first 42.57 to first 5.46, first 43.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 7 rectangle from first 9.54, first 41.57 to first 10.46, first 42.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 8 rectangle from first 4.54, first 40.57 to first 5.46, first 41.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 9 rectangle from first 10.54, first 39.57 to first 11.46, first 40.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 10 rectangle from first 4.54, first 38.57 to first 5.46, first 39.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 11 rectangle from first 9.54, first 37.57 to first 10.46, first 38.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 12 rectangle from first 0.54, first 36.57 to first 1.46, first 37.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 13 rectangle from first 9.54, first 35.57 to first 10.46, first 36.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 14 rectangle from first 4.54, first 34.57 to first 5.46, first 35.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 15 rectangle from first 9.54, first 33.57 to first 10.46, first 34.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 16 rectangle from first 9.54, first 32.57 to first 10.46, first 33.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 17 rectangle from first 10.54, first 31.57 to first 11.46, first 32.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 18 rectangle from first 9.54, first 30.57 to first 10.46, first 31.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 19 rectangle from first 9.54, first 29.57 to first 10.46, first 30.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 20 rectangle from first 9.54, first 28.57 to first 10.46, first 29.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 21 rectangle from first 10.54, first 27.57 to first 11.46, first 28.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 22 rectangle from first 9.54, first 26.57 to first 10.46, first 27.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 23 rectangle from first 0.54, first 25.57 to first 1.46, first 26.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 24 rectangle from first 9.54, first 24.57 to first 10.46, first 25.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 25 rectangle from first 10.54, first 23.57 to first 11.46, first 24.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 26 rectangle from first 10.54, first 22.57 to first 11.46, first 23.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 27 rectangle from first 0.54, first 21.57 to first 1.46, first 22.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 28 rectangle from first 7.54, first 20.57 to first 8.46, first 21.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 29 rectangle from first 9.54, first 19.57 to first 10.46, first 20.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 30 rectangle from first 7.54, first 18.57 to first 8.46, first 19.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 31 rectangle from first 7.54, first 17.57 to first 8.46, first 18.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 32 rectangle from first 0.54, first 16.57 to first 1.46, first 17.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 33 rectangle from first 10.54, first 15.57 to first 11.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 34 rectangle from first 10.54, first 14.57 to first 11.46, first 15.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 35 rectangle from first 10.54, first 13.57 to first 11.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 36 rectangle from first 10.54, first 12.57 to first 11.46, first 13.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 37 rectangle from first 10.54, first 11.57 to first 11.46, first 12.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 38 rectangle from first 10.54, first 10.57 to first 11.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 39 rectangle from first 10.54, first 9.57 to first 11.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 40 rectangle from first 10.54, first 8.57 to first 11.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 41 rectangle from first 4.54, first 7.57 to first 5.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 42 rectangle from first 10.54, first 6.57 to first 11.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 43 rectangle from first 10.54, first 5.57 to first 11.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 44 rectangle from first 10.54, first 4.57 to first 11.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 45 rectangle from first 4.54, first 3.57 to first 5.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 46 rectangle from first 4.54, first 2.57 to first 5.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 47 rectangle from first 4.54, first 1.57 to first 5.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 48 rectangle from first 4.54, first 0.5700000000000001 to first 5.46, first 1.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }
