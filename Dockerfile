FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish Bot/Bot.csproj --configuration Release --output /app /p:RestoreLockedMode=true

# The Ubuntu image, because it brings ICU and the system's time zone data; the chiseled and Alpine ones don't.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .

# The image's own user has no rights anywhere but in /data.
RUN mkdir /data && chown "$APP_UID:$APP_UID" /data
USER $APP_UID
VOLUME /data
ENV Storage__Path=/data/asyncbot.db

# The port comes from ASPNETCORE_HTTP_PORTS, which the image sets.
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["dotnet", "AsyncBot.Bot.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "AsyncBot.Bot.dll"]
