using BenchmarkDotNet.Running;
using BlockAssist.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(WorldBenchmarks).Assembly).Run(args);
