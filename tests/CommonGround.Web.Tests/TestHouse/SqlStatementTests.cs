using CommonGround.Testing.Sql;

namespace CommonGround.Web.Tests.TestHouse;

public sealed class SqlStatementTests
{
    [Fact]
    public void Tags_OfTaggedStatement_AreItsLeadingComments() =>
        Assert.Equal(["policy", "case page"], new SqlStatement("-- policy\n-- case page\n\nSELECT 1 -- one\nFROM x").Tags);

    [Fact]
    public void Without_ATag_LeavesTheOthers()
    {
        SqlStatement[] statements = [new("-- policy\n\nSELECT 1"), new("SELECT 2")];

        Assert.Equal("SELECT 2", Assert.Single(statements.Without("policy", "sign-in")).Text);
    }
}
