using System.CommandLine;

return await new RootCommand("A building game that learns to help you build, by watching you build.").Parse(args).InvokeAsync();
