using System.CommandLine;
using BlockAssist.Fuzzing.Commands;
using BlockAssist.Fuzzing.Engine;

// What counts branches runs among copies of our assemblies that count them.
if (args is ["run" or "minimise", ..] && !Instrumentation.IsHere && !args.Any(arg => arg is RunCommand.Isolated or "--help" or "-h" or "-?"))
{
    var instrumented = Instrumentation.Of(
        ["BlockAssist.Simulation", "BlockAssist.Learner", "BlockAssist.Net", "BlockAssist.Chain", "BlockAssist.Game", "blockassist"], ["BlockAssist.Fuzzing"]);
    return (int)instrumented.LoadFromAssemblyName(typeof(FuzzTarget).Assembly.GetName()).EntryPoint!.Invoke(null, [args])!;
}

var root = new RootCommand("Feeds hostile bytes to everything that reads them, and tells what goes wrong.")
{
    ListCommand.Create(),
    RunCommand.Create(),
    AllCommand.Create(),
    ReplayCommand.Create(),
    MinimiseCommand.Create(),
};
return root.Parse(args).Invoke();
