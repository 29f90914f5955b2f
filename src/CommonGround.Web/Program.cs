using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Language;

var builder = WebApplication.CreateBuilder(args);
builder.AddHouseUi();

var app = builder.Build();
app.UseHouseUi();
app.UseLanguage();
app.MapHouseUi();
app.Run();
