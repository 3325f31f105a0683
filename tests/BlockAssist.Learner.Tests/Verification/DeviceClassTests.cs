using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Tests.Training;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Verification;

[Collection(TrainingTests.Name)]
public sealed class DeviceClassTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Two_processes_of_one_class_come_to_the_same_bits(int threads)
    {
        using var folder = new TemporaryFolder();
        using var play = new RecordedScript();
        SmallTraining.Demonstrations(play);
        using var one = new TrainingChild(play.Folder, folder.File("one"), threads);
        var bits = one.End();
        using var other = new TrainingChild(play.Folder, folder.File("other"), threads);

        Assert.Matches("^[0-9a-f]{64}$", bits);
        Assert.Equal(bits, other.End());
    }

    [Fact]
    public void What_the_environment_demands_of_the_libraries_makes_another_class()
    {
        var plain = DeviceClass.Of(CPU, _ => null);

        Assert.Equal(plain, DeviceClass.Of(CPU, name => name == "PATH" ? "/bin" : null));
        Assert.NotEqual(plain, DeviceClass.Of(CPU, name => name == "ATEN_CPU_CAPABILITY" ? "avx2" : null));
    }

    [Fact]
    public void The_number_of_threads_makes_another_class()
    {
        var plain = DeviceClass.Of(CPU, _ => null);
        try
        {
            TorchRuntime.Start(2);

            Assert.Equal(plain with { Threads = 2 }, DeviceClass.Of(CPU, _ => null));
        }
        finally
        {
            TorchRuntime.Start(1);
        }
    }
}
