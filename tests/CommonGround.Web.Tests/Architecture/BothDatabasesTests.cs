using CommonGround.Testing.Product;

namespace CommonGround.Web.Tests.Architecture;

/// <summary>A web test that forgets one database tests another product than the one that is run.</summary>
public sealed class BothDatabasesTests
{
    [Fact]
    public void EveryTestOfTheRunningProduct_RunsOnBothDatabases() =>
        Assert.Empty(typeof(BothDatabasesTests).Assembly.GetTypes().Where(TakesAProduct).Where(ForgetsADatabase).Select(type => type.FullName));

    [Fact]
    public void ATestThatForgetsADatabase_IsCaught() => Assert.True(ForgetsADatabase(typeof(Forgetful)));

    private static bool TakesAProduct(Type type) =>
        !type.IsNested && HasTests(type) && type.GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => typeof(RunningProduct).IsAssignableFrom(parameter.ParameterType));

    // What a test is made of stands where the test does, and runs where that runs.
    private static bool HasTests(Type type) => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true));

    private static bool ForgetsADatabase(Type type) =>
        !type.IsDefined(typeof(OnOneDatabaseAttribute), inherit: false)
        && (!type.IsAbstract || type.GetNestedType("OnSqlite")?.BaseType != type || type.GetNestedType("OnPostgres")?.BaseType != type);

    private abstract class Forgetful(RunningProduct product)
    {
        public RunningProduct Product { get; } = product;

        public sealed class OnSqlite(SqliteProduct product) : Forgetful(product);
    }
}
