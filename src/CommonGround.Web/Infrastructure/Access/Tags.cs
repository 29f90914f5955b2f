namespace CommonGround.Web.Infrastructure.Access;

/// <summary>Marks on statements that are not the page's own, so that a page's statements can be counted.</summary>
public static class Tags
{
    public const string Policy = "policy";
    public const string SignIn = "sign-in";
    public const string AccessLog = "access-log";
}
